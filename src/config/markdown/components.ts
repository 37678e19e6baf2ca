import type { Environment } from "nunjucks";

/**
 * Renders a component's macro as a template would: `folder` is its name in `_includes/components`.
 */
export type ComponentRenderer = (folder: string, macro: string, params: object) => string;

/** @param environment gives the Nunjucks environment, once Eleventy has made it. */
export function componentRenderer(environment: () => Environment): ComponentRenderer {
  return (folder, macro, params) =>
    environment().renderString(
      `{% from "components/${folder}/template.njk" import ${macro} %}{{ ${macro}(params) }}`,
      { params },
    );
}

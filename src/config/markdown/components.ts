import type { Environment } from "nunjucks";

/**
 * Renders a component's macro as a template would: `folder` is its name in `_includes/components`.
 */
export type ComponentRenderer = (folder: string, macro: string, params: object) => string;

/** Draws the same of the same arguments only once: the facts of a build stay as they are. */
export function drawnOnce<Arguments extends readonly unknown[]>(
  draw: (...values: Arguments) => string,
): (...values: Arguments) => string {
  const drawn = new Map<string, string>();
  return (...values) => {
    const key = JSON.stringify(values);
    const html = drawn.get(key) ?? draw(...values);
    drawn.set(key, html);
    return html;
  };
}

/** @param environment gives the Nunjucks environment, once Eleventy has made it. */
export function componentRenderer(environment: () => Environment): ComponentRenderer {
  return (folder, macro, params) =>
    environment().renderString(
      `{% from "components/${folder}/template.njk" import ${macro} %}{{ ${macro}(params) }}`,
      { params },
    );
}

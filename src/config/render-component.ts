import type { Environment } from "nunjucks";

/** Renders a component's macro from code, as a template would: `folder` is its name in `_includes/components`. */
export function renderComponent(
  environment: Environment,
  folder: string,
  macro: string,
  params: object,
): string {
  return environment.renderString(
    `{% from "components/${folder}/template.njk" import ${macro} %}{{ ${macro}(params) }}`,
    { params },
  );
}

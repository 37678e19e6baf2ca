import nunjucks, { type Environment } from "nunjucks";
import { memoize } from "../../shared/memoize.ts";

/** Renders a component's macro. `folder` is the component's folder in `_includes/components`. */
export type ComponentRenderer = (folder: string, macro: string, params: object) => string;

/** Creates a renderer for components, which compiles each call once. */
export function componentRenderer(environment: Environment): ComponentRenderer {
  const compile = memoize((folder: string, macro: string) =>
    nunjucks.compile(
      `{% from "components/${folder}/template.njk" import ${macro} %}{{ ${macro}(params) }}`,
      environment,
    ),
  );
  return (folder, macro, params) => compile(folder, macro).render({ params });
}

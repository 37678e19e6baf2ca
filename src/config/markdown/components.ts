import type { Environment } from "nunjucks";

/** Renders a component's macro. `folder` is the component's folder in `_includes/components`. */
export type ComponentRenderer = (folder: string, macro: string, params: object) => string;

/** Remembers the result of each call, because the facts do not change during a build. */
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

/**
 * Creates a renderer for components.
 * @param environment returns the Nunjucks environment, which Eleventy creates later
 */
export function componentRenderer(environment: () => Environment): ComponentRenderer {
  return (folder, macro, params) =>
    environment().renderString(
      `{% from "components/${folder}/template.njk" import ${macro} %}{{ ${macro}(params) }}`,
      { params },
    );
}

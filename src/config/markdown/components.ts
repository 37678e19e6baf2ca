import type { Environment } from "nunjucks";

/** Renders a component's macro. `folder` is the component's folder in `_includes/components`. */
export type ComponentRenderer = (folder: string, macro: string, params: object) => string;

/** Remembers the result of each call, because the facts do not change during a build. */
export function memoize<Arguments extends readonly unknown[]>(
  render: (...values: Arguments) => string,
): (...values: Arguments) => string {
  const results = new Map<string, string>();
  return (...values) => {
    const key = JSON.stringify(values);
    const html = results.get(key) ?? render(...values);
    results.set(key, html);
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

import { readFileSync } from "node:fs";
import nunjucks from "nunjucks";
import type { Build } from "../../../src/config/build.ts";
import { registerFilters } from "../../../src/config/filters.ts";
import { type ComponentRenderer, componentRenderer } from "../../../src/config/markdown/components.ts";
import { createMarkdown } from "../../../src/content-model/markdown/markdown.ts";
import { fixtureBuild } from "../../support/fixture-build.ts";

/** Creates Nunjucks for a site, configured as in the build. */
export function environmentOf(build: Build): nunjucks.Environment {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader("_includes"), {
    throwOnUndefined: true,
  });
  registerFilters(
    {
      addFilter: (name, filter) => environment.addFilter(name, filter as (...values: unknown[]) => unknown),
    },
    build,
    createMarkdown(() => ""),
    componentRenderer(environment),
  );
  return environment;
}

/** Returns the function that renders a site's components from code. */
export function componentsOf(build: Build): ComponentRenderer {
  return componentRenderer(environmentOf(build));
}

/** The environment of the fixture site. */
const environment = environmentOf(fixtureBuild());

/**
 * Renders a component's macro as the build does. `values` are the macro's arguments, `params` by
 * default.
 */
export function render(
  component: string,
  macro: string,
  params: object,
  values = "params",
  nunjucks = environment,
): string {
  const source = `{% from "components/${component}/template.njk" import ${macro} %}{{ ${macro}(${values}) }}`;
  return nunjucks.renderString(source, { params });
}

/** The example parameters in a component's folder, by name. */
export function examples(component: string): Record<string, Record<string, unknown>> {
  return JSON.parse(readFileSync(`_includes/components/${component}/${component}.json`, "utf8")) as Record<
    string,
    Record<string, unknown>
  >;
}

/** Counts the elements in some HTML. */
export function countElements(html: string): number {
  return html.match(/<[a-z]/g)?.length ?? 0;
}

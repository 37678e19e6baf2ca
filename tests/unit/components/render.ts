import { readFileSync } from "node:fs";
import nunjucks from "nunjucks";
import type { Build } from "../../../src/config/build.ts";
import { registerFilters } from "../../../src/config/filters.ts";
import { type ComponentRenderer, componentRenderer } from "../../../src/config/markdown/components.ts";
import { createMarkdown } from "../../../src/content-model/markdown/markdown.ts";
import { fixtureBuild } from "../../support/fixture-build.ts";

/** Nunjucks as the build sets it up, for a site. */
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
  );
  return environment;
}

/** What draws the components of a site from code. */
export function componentsOf(build: Build): ComponentRenderer {
  const environment = environmentOf(build);
  return componentRenderer(() => environment);
}

/** For the fixture site. */
const environment = environmentOf(fixtureBuild());

/** A component's macro, rendered as the build renders it; `values` are what the macro is called with, by default `params`. */
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

/** The example parameters that stand beside a component, by name. */
export function examples(component: string): Record<string, Record<string, unknown>> {
  return JSON.parse(readFileSync(`_includes/components/${component}/${component}.json`, "utf8")) as Record<
    string,
    Record<string, unknown>
  >;
}

/** How many elements some HTML has. */
export function countElements(html: string): number {
  return html.match(/<[a-z]/g)?.length ?? 0;
}

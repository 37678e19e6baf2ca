import { readFileSync } from "node:fs";
import nunjucks from "nunjucks";
import { registerFilters } from "../../../src/config/filters.ts";
import type { SiteState } from "../../../src/config/site-state.ts";
import { createMarkdown } from "../../../src/content-model/markdown/markdown.ts";
import { fixtureState } from "../../support/fixture-state.ts";

/** Nunjucks as the build sets it up, for a site. */
export function environmentOf(state: SiteState): nunjucks.Environment {
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader("_includes"));
  registerFilters(
    {
      addFilter: (name, filter) => environment.addFilter(name, filter as (...values: unknown[]) => unknown),
    },
    state,
    createMarkdown(() => ""),
  );
  return environment;
}

/** For the fixture site. */
export const environment = environmentOf(fixtureState());

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

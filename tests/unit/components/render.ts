import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The part of Nunjucks' API that these tests need: it comes with Eleventy, without types. */
interface Nunjucks {
  Environment: new (
    loader: object,
    options: { autoescape: boolean; throwOnUndefined: boolean },
  ) => Environment;
  FileSystemLoader: new (folder: string) => object;
}
interface Environment {
  addFilter(
    name: string,
    filter: (key: string, lang: string, values?: Record<string, unknown>) => string,
  ): void;
  renderString(source: string, context: object): string;
}

const fromEleventy = createRequire(createRequire(import.meta.url).resolve("@11ty/eleventy"));
const { Environment, FileSystemLoader } = fromEleventy("nunjucks") as Nunjucks;

const environment = new Environment(new FileSystemLoader("_includes"), {
  autoescape: true,
  throwOnUndefined: false,
});
const strings = readJson("_data/i18n/it.json") as Record<string, string>;
environment.addFilter("t", (key, _lang, values) => {
  const string = strings[key];
  if (string === undefined) throw new Error(`No string "${key}"`);
  return values ? string.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])) : string;
});

/** A component's macro, rendered as the build renders it. */
export function render(component: string, macro: string, params: object): string {
  const source = `{% from "components/${component}/template.njk" import ${macro} %}{{ ${macro}(params) }}`;
  return environment.renderString(source, { params });
}

/** The example parameters that stand beside a component, by name. */
export function examples(component: string): Record<string, Record<string, unknown>> {
  return readJson(`_includes/components/${component}/${component}.json`) as Record<
    string,
    Record<string, unknown>
  >;
}

/** How many elements some HTML has. */
export function countElements(html: string): number {
  return html.match(/<[a-z]/g)?.length ?? 0;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

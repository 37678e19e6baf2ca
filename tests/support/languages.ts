import { readFileSync } from "node:fs";
import { site } from "./facts.ts";
import { allPaths } from "./site.ts";

/** The site's languages, in order. The first one is the source. */
export const languages = site.languages;
export const [source = { code: "", name: "", dir: "" }, ...translations] = languages;

/** The path of a language's home page. */
export function homeOf(lang: string): string {
  return lang === source.code ? "/" : `/${lang}/`;
}

/** The language of a page, derived from its path. */
export function languageOfPath(path: string): string {
  const [, first] = path.split("/");
  return translations.find(({ code }) => code === first)?.code ?? source.code;
}

/** The same page in another language. */
export function inLanguage(path: string, lang: string): string {
  const local = path.slice(homeOf(languageOfPath(path)).length);
  return homeOf(lang) + local;
}

/** Whether a language uses the script of the site's own font. */
export function isLatin(lang: string): boolean {
  return new Intl.Locale(lang).maximize().script === "Latn";
}

/** The paths of every built page in a language. */
export function pathsIn(lang: string): string[] {
  return allPaths().filter((path) => languageOfPath(path) === lang);
}

/** The interface texts of a language, as its translator wrote them. */
export function stringsIn(lang: string): Record<string, string> {
  return JSON.parse(readFileSync(`_data/i18n/${lang}.json`, "utf8")) as Record<string, string>;
}

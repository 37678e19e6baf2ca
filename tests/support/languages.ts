import { readFileSync } from "node:fs";
import { site } from "./facts.ts";
import { allPaths } from "./site.ts";

/** The site's languages in their order; the first is the source. */
export const languages = site.languages;
export const [source = { code: "", name: "", dir: "" }, ...translations] = languages;

/** Where the pages of a language begin. */
export function homeOf(lang: string): string {
  return lang === source.code ? "/" : `/${lang}/`;
}

/** The language of a page, by its address. */
export function languageOfPath(path: string): string {
  const [, first] = path.split("/");
  return translations.find(({ code }) => code === first)?.code ?? source.code;
}

/** The same page in another language. */
export function inLanguage(path: string, lang: string): string {
  const local = path.slice(homeOf(languageOfPath(path)).length);
  return homeOf(lang) + local;
}

/** Whether a language is written in the letters that the site brings a font for. */
export function isLatin(lang: string): boolean {
  return new Intl.Locale(lang).maximize().script === "Latn";
}

/** Paths of every built page of a language. */
export function pathsIn(lang: string): string[] {
  return allPaths().filter((path) => languageOfPath(path) === lang);
}

/** The interface strings of a language, as its translator wrote them. */
export function stringsIn(lang: string): Record<string, string> {
  return JSON.parse(readFileSync(`_data/i18n/${lang}.json`, "utf8")) as Record<string, string>;
}

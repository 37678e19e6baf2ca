import type { BuiltSite } from "./built-site.ts";

/** What a language of the site calls a name of the data; the name itself where it has no word for it. */
export function wordIn({ facts }: BuiltSite, lang: string, name: string): string {
  return facts.vocabulary[lang]?.[name] ?? name;
}

/** An interface string of a language; in the source language where that has none. */
export function stringIn({ facts, source }: BuiltSite, lang: string, key: string): string {
  return facts.i18n[lang]?.[key] ?? facts.i18n[source]?.[key] ?? "";
}

/** Says that something else was expected; nothing when a reader sees the same. */
export function unlike(what: string, expected: string, found: string): string[] {
  return collapse(found) === collapse(expected)
    ? []
    : [`${what}: ci vuole «${expected}»; qui c'è «${found}»`];
}

/** A text as a reader sees it, whatever white space it was written with. */
export function collapse(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

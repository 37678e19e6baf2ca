import type { BuiltSite } from "./built-site.ts";
import { collapse } from "./document.ts";

/** Translates a name from the data. Returns the name itself where the vocabulary lacks it. */
export function wordIn({ facts }: BuiltSite, lang: string, name: string): string {
  return facts.vocabulary[lang]?.[name] ?? name;
}

/** Returns an interface text, in the source language where the given one lacks it. */
export function interfaceText({ facts, source }: BuiltSite, lang: string, key: string): string {
  return facts.i18n[lang]?.[key] ?? facts.i18n[source]?.[key] ?? "";
}

/**
 * Reports a difference between two texts, ignoring white space. Returns nothing when they match.
 */
export function mismatch(what: string, expected: string, found: string): string[] {
  return collapse(found) === collapse(expected)
    ? []
    : [`${what}: ci vuole «${expected}»; qui c'è «${found}»`];
}

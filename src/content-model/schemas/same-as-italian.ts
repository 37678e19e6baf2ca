import { z } from "zod";
import { text } from "./scalars.ts";

const languageOrAll = z.string("il codice di una lingua, o * per tutte").regex(/^(\*|[a-z]{2,3})$/);

/**
 * `same-as-italian.json`: words that translations may leave in Italian, by language code. Those
 * under `*` apply to all languages.
 */
export const sameAsItalian = z.record(languageOrAll, z.array(text));

export type SameAsItalian = z.infer<typeof sameAsItalian>;

/** Combines several such lists. */
export function mergeSame(lists: readonly SameAsItalian[]): SameAsItalian {
  const languages = new Set(lists.flatMap((list) => Object.keys(list)));
  return Object.fromEntries(
    Array.from(languages, (lang) => [lang, lists.flatMap((list) => list[lang] ?? [])]),
  );
}

import { z } from "zod";
import { text } from "../schemas/scalars.ts";

const languageOrAll = z.string("il codice di una lingua, o * per tutte").regex(/^(\*|[a-z]{2,3})$/);

/** `same-as-italian.json`: words that stay as they are in Italian, by language code; those under `*` in every language. */
export const sameAsItalian = z.record(languageOrAll, z.array(text));

export type SameAsItalian = z.infer<typeof sameAsItalian>;

/** Several such lists as one. */
export function mergeSame(lists: readonly SameAsItalian[]): SameAsItalian {
  const languages = new Set(lists.flatMap((list) => Object.keys(list)));
  return Object.fromEntries(
    Array.from(languages, (lang) => [lang, lists.flatMap((list) => list[lang] ?? [])]),
  );
}

/** Italian texts as a translation might have copied them: each whole, and each of their sentences. */
export function italianPieces(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => [normalise(text), ...sentences(text, "it")]));
}

/**
 * What of a translated text is word for word Italian: the whole text, else its sentences.
 * @param same words that may stay as they are.
 */
export function untranslated(
  text: string,
  lang: string,
  italian: ReadonlySet<string>,
  same: SameAsItalian,
): string[] {
  const names = [...(same["*"] ?? []), ...(same[lang] ?? [])];
  const isCopied = (piece: string): boolean => italian.has(piece) && hasOtherWords(piece, names);
  const whole = normalise(text);
  return isCopied(whole) ? [whole] : sentences(text, lang).filter(isCopied);
}

/** One a language: making one takes longer than using it. */
const segmenters = new Map<string, Intl.Segmenter>();

function sentences(text: string, lang: string): string[] {
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: "sentence" });
  segmenters.set(lang, segmenter);
  return Array.from(segmenter.segment(normalise(text)), ({ segment }) => segment.trim());
}

function normalise(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Whether a text has words besides given ones and what stands in braces. */
function hasOtherWords(text: string, names: readonly string[]): boolean {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const rest = longestFirst.reduce(withoutName, text.replace(/\{+[^{}]*\}+/g, " "));
  return /\p{L}/u.test(rest);
}

/** A text without a name, where that is not part of a longer word. */
function withoutName(text: string, name: string): string {
  const literal = name.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
  return text.replace(new RegExp(`(?<!\\p{L})${literal}(?!\\p{L})`, "gu"), " ");
}

import { nearest } from "./nearest.ts";

const LONGEST_QUOTE = 60;

/** Puts a text in Italian quotation marks, on one line, and cuts it if it is long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= LONGEST_QUOTE) return `«${line}»`;
  return `«${line.slice(0, LONGEST_QUOTE)}…» (${text.length} caratteri)`;
}

/**
 * Lists the choices, such as `uno tra «a», «b» o «c»`, or gives the only one.
 * @param one "uno" or "una", by the gender of what is named
 */
export function oneOf(names: readonly string[], one: "uno" | "una"): string {
  const list = new Intl.ListFormat("it", { type: "disjunction" }).format(names.map(quote));
  if (names.length === 0) return "un nome che i dati del sito ancora non hanno";
  return names.length === 1 ? list : `${one} tra ${list}`;
}

/** Endings of the warnings about missing translations, which do not stop the build. */
export const SHOWN_IN_ITALIAN = "e le pagine mostrano il testo italiano";
export const NOT_EXPLAINED = "e le pagine non spiegano i termini difficili";

const languageNames = new Intl.DisplayNames("it", { type: "language" });

/** The Italian name of a language, such as "inglese", or the code itself if it has no name. */
export function languageName(code: string): string {
  return languageNames.of(code) ?? code;
}

/** Describes what an editor wrote, in words that fit after "qui c'è". */
function describeValue(value: unknown): string {
  if (value === undefined || value === null) return "niente";
  if (typeof value === "string") return value.trim() === "" ? "un testo vuoto" : quote(value);
  if (Array.isArray(value)) return value.length === 0 ? "un elenco vuoto" : "un elenco";
  if (typeof value === "object") return "un gruppo di chiavi";
  return quote(JSON.stringify(value));
}

/** `X: ci vuole E; qui c'è F`, the form of most messages. */
export function expectedAndFound(subject: string, expected: string, value: unknown): string {
  return `${subject}: ci vuole ${expected}; qui c'è ${describeValue(value)}`;
}

/** `; forse volevi «…»?` if a known word is similar, otherwise an empty text. */
export function didYouMean(word: string, known: readonly string[]): string {
  const candidate = nearest(word, known);
  return candidate === undefined ? "" : `; forse volevi ${quote(candidate)}?`;
}

import { nearest } from "./nearest.ts";

const LONGEST_QUOTE = 60;

/** The text in Italian quotation marks, on one line, cut when long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= LONGEST_QUOTE) return `«${line}»`;
  return `«${line.slice(0, LONGEST_QUOTE)}…» (${text.length} caratteri)`;
}

/**
 * What to choose from: `uno tra «a», «b» o «c»`, or the only choice.
 * @param one "uno" or "una", by the gender of what is named.
 */
export function oneOf(names: readonly string[], one: "uno" | "una"): string {
  const list = new Intl.ListFormat("it", { type: "disjunction" }).format(names.map(quote));
  if (names.length === 0) return "un nome che i dati del sito ancora non hanno";
  return names.length === 1 ? list : `${one} tra ${list}`;
}

/** How messages about missing words and terms end: no build stops for them. */
export const SHOWN_IN_ITALIAN = "e le pagine mostrano il testo italiano";
export const NOT_EXPLAINED = "e le pagine non spiegano i termini difficili";

const languageNames = new Intl.DisplayNames("it", { type: "language" });

/** "inglese"; the code itself where nobody gave the language a name. */
export function languageName(code: string): string {
  return languageNames.of(code) ?? code;
}

/** What an editor wrote, named so that it fits after "qui c'è". */
function describeValue(value: unknown): string {
  if (value === undefined || value === null) return "niente";
  if (typeof value === "string") return value.trim() === "" ? "un testo vuoto" : quote(value);
  if (Array.isArray(value)) return value.length === 0 ? "un elenco vuoto" : "un elenco";
  if (typeof value === "object") return "un gruppo di chiavi";
  return quote(JSON.stringify(value));
}

/** `X: ci vuole E; qui c'è F`, the shape of most messages. */
export function expectedAndFound(subject: string, expected: string, value: unknown): string {
  return `${subject}: ci vuole ${expected}; qui c'è ${describeValue(value)}`;
}

/** `; forse volevi «…»?` when one of the known words is near, else nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const candidate = nearest(word, known);
  return candidate === undefined ? "" : `; forse volevi ${quote(candidate)}?`;
}

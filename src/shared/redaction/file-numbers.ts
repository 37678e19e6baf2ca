import { NUMBER_START, WORD_END } from "./rule.ts";

const FILE =
  "prot(?:oc[a-z]*|\\.)?|pratica|domanda|istanza|richiesta|ricevuta|fascicolo|segnalazione|ticket|bollettino|dossier|isbn";
/** Hours without a separator are recognised by their round minutes. */
const ROUND_TIME = "(?:[01]\\d|2[0-3])(?:00|15|30|45)";

const HARMLESS = new RegExp(
  `((?:^|[^a-z])(?:${FILE})(?::? (?:n|nr|num[a-z]*|e|is|generale)\\b[.°:]{0,2}){0,2}:? ?)\\d{8,10}${WORD_END}` +
    `|(${NUMBER_START})(?:97[89](?:[ -]?\\d){10}|${ROUND_TIME}(?:(?: ${ROUND_TIME}){2,3}| ?[/-] ?${ROUND_TIME}))(?![./-]?\\d)`,
  "gi",
);

/**
 * Covers with strokes, of the same length, what looks like a phone number to the rules that need no
 * context: file numbers where a word announces them, books' numbers, and hours.
 * @param text folded
 */
export function coverFileNumbers(text: string): string {
  return text.replace(HARMLESS, (all: string, file?: string, start?: string) => {
    const before = file ?? start ?? "";
    return before + "|".repeat(all.length - before.length);
  });
}

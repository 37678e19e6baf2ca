import { passesLuhn } from "../../shared/redaction/checksums.ts";
import {
  CODE_GAP,
  moreDigits,
  NUMBER_END,
  NUMBER_START,
  rule,
  WORD_END,
  WORD_START,
} from "../../shared/redaction/rule.ts";
import type { Rule } from "../../shared/redaction/rule.ts";
import { after, isCodeBetweenWords, standsOut, WIDE_GAP } from "./context.ts";

/** A word between a keyword and a number, such as "rumena". */
const KIND = "(?![a-z])(?: [a-z]{4,}(?![a-z]))?";

const AFTER_DOCUMENT = after(
  `(?:pass?aporte?o?|passport|passeport|pashaporta|carta (?:d.|di )?identita|c\\.?i\\.?e?|documento|(?:titolo|permesso)(?: di)? soggiorno|permesso|soggiorno|patente|tessera(?: sanitaria)?)${KIND}`,
);
const IDENTITY_CARD = `[a-z]{2}${CODE_GAP}[\\do]{5}${CODE_GAP}[a-z]{2}`;
const FRENCH_PASSPORT = `\\d\\d${CODE_GAP}[a-z]{2}${CODE_GAP}\\d{5}`;

const PLATE = "[a-hj-npr-tv-z]{2}";
const AFTER_PLATE = after(`targ[a-z]{1,4}${KIND}`);
/**
 * What stands between the word and the plate is masked with it, because a plate of six
 * letters and digits is shorter than its placeholder.
 */
const BEFORE_PLATE = `(?:^|[^a-z])targ[a-z]{1,4}${KIND}(?: e|:? nr?|:? numero)?(?![a-z0-9])`;
const SEPARATOR = "[^a-z0-9]{1,3}";

/** Payment cards, documents and plates in a text in which harmless numbers are covered. */
export const DOCUMENT_RULES: readonly Rule[] = [
  rule("[carta]", NUMBER_START, `[2-6]${moreDigits("15", WIDE_GAP)}${NUMBER_END}`, passesLuhn),
  rule("[doc.]", AFTER_DOCUMENT, `[a-z]{2}${CODE_GAP}\\d{7}${CODE_GAP}[a-z]${WORD_END}`, standsOut),
  rule(
    "[doc.]",
    AFTER_DOCUMENT,
    `(?:[a-z]{0,3}(?:${CODE_GAP}\\d){6,9}(?:[.:*_-]{0,2}[a-z]{1,2})?|${IDENTITY_CARD}|${FRENCH_PASSPORT}` +
      `|u1${CODE_GAP}[a-z0-9]{7}${CODE_GAP}[a-z]|(?=(?:[a-z]*\\d){4})[a-z0-9]{7,12})${WORD_END}`,
  ),
  // A driving licence, one since 2013, an Indian passport, the file or the postal receipt
  // of a residence permit.
  rule(
    "[doc.]",
    WORD_START,
    `(?:[a-z]{2}\\d{7}[a-z]|u1(?=[a-z]*\\d)[a-z0-9]{7}[a-z]|[a-mo-z]\\d{7}|\\d\\d[a-z]{2}\\d{6}|0\\d{11})${WORD_END}`,
  ),
  rule("[doc.]", WORD_START, `c[a-z][ -]?\\d{5}[ -]?[a-z]{2}${WORD_END}`, isCodeBetweenWords),
  rule("[doc.]", WORD_START, `(?:[a-z]{2}[ -]\\d{7}|i[ -]\\d{8})${WORD_END}`, standsOut),
  rule(
    "[targa]",
    AFTER_PLATE,
    `[a-z]{2}${CODE_GAP}(?:[\\do]{3}${CODE_GAP}[a-z]{2}|\\d{5,6}|[a-z]\\d{5})${WORD_END}`,
  ),
  // Plates of mopeds and of other countries have no one shape.
  rule("[targa]", BEFORE_PLATE, `${SEPARATOR}[a-z0-9]{1,8}(?:[._*-][a-z0-9]{1,6}){0,3}${WORD_END}`, isPlate),
  rule(
    "[targa]",
    BEFORE_PLATE,
    `${SEPARATOR}[a-z0-9]{1,4}(?:[ -][a-z0-9]{1,6}){1,3}${WORD_END}`,
    (candidate, text) => isPlate(candidate) && standsOut(candidate, text),
  ),
  rule("[targa]", WORD_START, `${PLATE}${CODE_GAP}\\d{3}${CODE_GAP}${PLATE}${WORD_END}`, isCodeBetweenWords),
];

/** True for five to nine letters and digits, of both kinds, no shorter than the placeholder. */
function isPlate(candidate: string): boolean {
  const { length } = candidate.replace(/[^a-z0-9]/gi, "");
  return (
    candidate.length > 6 && length > 4 && length < 10 && /\d/.test(candidate) && /[a-z]/i.test(candidate)
  );
}

import {
  CODE_GAP,
  NUMBER_END,
  NUMBER_START,
  rule,
  WORD_END,
  WORD_START,
} from "../../shared/redaction/rule.ts";
import type { Rule } from "../../shared/redaction/rule.ts";
import { passesMod97, passesTaxCodeCheck } from "./checksums.ts";
import { after, DIGIT_LIKE, digits } from "./context.ts";

/**
 * How long an IBAN is where it is often written in odd groups: only the length tells
 * where it ends, since numbers may follow.
 */
const IBAN_LENGTHS = {
  "ch|hr|li": 21,
  "bg|de|gb|ge|ie|me|rs": 22,
  "ae|xk": 20,
  "ad|cz|es|md|pk|ro|se|sk|tn": 24,
  "pt|tr|br": 25,
  "fr|gr|it|mc|sm": 27,
  "al|by|hu|lb|ma|pl|sn": 28,
  ua: 29,
};
const LONG_IBANS = Object.entries(IBAN_LENGTHS)
  .map(
    ([countries, length]) =>
      `(?:${countries})(?:${CODE_GAP}\\d){2}(?:${CODE_GAP}[a-z0-9]){${String(length - 4)}}`,
  )
  .join("|");
/** An Italian IBAN from its check digits on, or from the letter that follows them. */
const WITHOUT_COUNTRY = `(?:\\d\\d${CODE_GAP})?[a-z](?:${CODE_GAP}\\d){22}`;

/**
 * Rules for the text before harmless numbers are covered. Checksums or keywords tell
 * these codes from them.
 */
export const CODE_RULES: readonly Rule[] = [
  rule(
    "[IBAN]",
    WORD_START,
    `[a-z]{2}\\d\\d(?:[a-z0-9]{11,30}|(?: [a-z0-9]{4}){3,7}(?: [a-z0-9]{1,3})?)${WORD_END}`,
    passesMod97,
  ),
  rule("[IBAN]", WORD_START, `(?:${LONG_IBANS})${WORD_END}`, passesMod97),
  rule(
    "[IBAN]",
    after("iban|cont[io](?: corrente)?|c/?c|bancari[aeo]|coordinate|bonific[oi]|senza it"),
    `${WITHOUT_COUNTRY}${NUMBER_END}`,
  ),
  rule("[cod. fiscale]", WORD_START, `[a-z]{16}${WORD_END}`, passesTaxCodeCheck),
  rule(
    "[P. IVA]",
    after("it|(?:partita|p\\.?) ?i\\.?v\\.?a\\.?|p\\.i\\.|piva|vat"),
    `${DIGIT_LIKE}(?:${CODE_GAP}${DIGIT_LIKE}){10}${WORD_END}`,
    (candidate) => digits(candidate) > 6,
  ),
  rule(
    "[ISEE]",
    after("dsu|isee|inps|prot(?:ocollo)?"),
    `(?:20\\d\\d${CODE_GAP})?\\d{5}[a-z0-9]{2}\\d[a-z](?:${CODE_GAP}\\d\\d)?${WORD_END}`,
  ),
  rule("[ISEE]", WORD_START, `\\d{5}[a-z0-9]{3,4} ?- ?\\d\\d${WORD_END}`),
  // What a person without a permit has in place of a health card: 13 digits, of which
  // the first are the region's.
  rule("[doc.]", WORD_START, `(?:stp|eni)(?:${CODE_GAP}\\d){13}${NUMBER_END}`),
  rule("[doc.]", after("s\\.?t\\.?p\\.?|e\\.?n\\.?i\\.?"), `\\d(?:${CODE_GAP}\\d){12}${NUMBER_END}`),
  rule("[doc.]", NUMBER_START, `80380(?:${CODE_GAP}\\d){15}${NUMBER_END}`),
];

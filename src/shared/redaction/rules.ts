import { passesLuhn } from "./checksums.ts";
import {
  CODE_GAP,
  GAP,
  italy,
  MOBILE,
  moreDigits,
  NUMBER_END,
  NUMBER_START,
  rule,
  WORD_END,
  WORD_START,
} from "./rule.ts";
import type { Rule } from "./rule.ts";

/**
 * A digit of a codice fiscale, the letter that replaces it if two people share a code, or O, I
 * and B typed for 0, 1 and 8.
 */
const DIGIT = "[0-9lmnp-vbio]";
const TAX_CODE =
  `(?:[a-z]${CODE_GAP}){6}(?:${DIGIT}${CODE_GAP}){2}[a-ehlmprst]${CODE_GAP}` +
  `(?:${DIGIT}${CODE_GAP}){2}[a-z](?:${CODE_GAP}${DIGIT}){3}(?:[ .:*_/-]{0,3}[a-z])?`;

/**
 * Ordinary words can look like letters and digits of a code, especially across spaces. So a code
 * must have some real digits.
 */
function hasTaxCodeDigits(candidate: string): boolean {
  return candidate.replace(/\D/g, "").length > (/[^a-z0-9]/i.test(candidate) ? 4 : 1);
}

const AT = "(?:@ ?| @ | ?[([{<] ?(?:at|@|chiocciola) ?[)\\]}>] ?| *chiocciola *)";
const DOT = "(?:\\.| ?[([{<] ?(?:dot|punto) ?[)\\]}>] ?| +(?:dot|punto) +)";
const NAME = '[^ @.,;:?<>()[\\]{}"”]{1,64}';
/** A group of an IBAN has a digit, unlike the word after it. */
const WITH_DIGIT = "(?=[a-z]*\\d)";
/**
 * Landlines without their zero. Two digits before short groups could be a date's, so only the codes
 * of Rome and Milan are accepted there.
 */
const LONG_AREA = `[1-9]\\d{1,2}(?:[1-9]\\d{4,6}|[ ./-]{1,3}\\d${moreDigits("4,7")})`;
const SHORT_AREA = `(?:[26][ -]\\d{3,4}[ -]?\\d{4}|[1-9]${GAP}\\d{6,9})`;
const PLATE = "[a-hj-npr-tv-z]{2}";

/**
 * The rules that browser and server share, the most certain first. What one rule takes, the later
 * ones do not see. They need no context, so the browser masks nothing that the server would leave.
 */
export const RULES: readonly Rule[] = [
  rule(
    "[ISEE]",
    "",
    `(?:inps${CODE_GAP})?isee${CODE_GAP}(?:20\\d\\d${CODE_GAP})?\\d{5}(?=[a-z]*\\d)[a-z0-9]{2,5}(?:${CODE_GAP}\\d\\d)?${WORD_END}`,
  ),
  rule(
    "[mail]",
    "",
    `${NAME}(?:${DOT}${NAME})*(?:${AT}${NAME}(?:${DOT}${NAME})*${DOT}[a-z]{2,}|@[^ ,.]{4,}(?: ?[.,] ?(?:it|com|org|net)${WORD_END})?)(?:@[^ ,@]+)*`,
  ),
  rule(
    "[IBAN]",
    "",
    `it(?:${CODE_GAP}\\d){2}${CODE_GAP}[a-z](?:${CODE_GAP}\\d){10}(?:${CODE_GAP}[a-z0-9]){12}`,
  ),
  rule(
    "[IBAN]",
    WORD_START,
    `[a-z]{2}\\d\\d[ -]?[a-z0-9]{4}(?:[ -]?${WITH_DIGIT}[a-z0-9]{4}){2,6}(?:[ -]?${WITH_DIGIT}[a-z0-9]{1,3})?${WORD_END}`,
  ),
  // A code with all its digits is found even without spaces around it. This rule comes first: the
  // next one could begin its match in the word before.
  rule("[cod. fiscale]", "", "[a-z]{6}\\d\\d[a-ehlmprst]\\d[\\dlmnp-v][a-z][\\dlmnp-v]{3}[a-z]"),
  // The check letter may be wrong or missing: a code with a typing error still identifies a person.
  rule("[cod. fiscale]", "", TAX_CODE, hasTaxCodeDigits),
  // Before the rules for Italian numbers, because a foreign number may end like one.
  rule("[tel.]", NUMBER_START, `\\+ ?(?!39)[1-9]${moreDigits("6,14")}${NUMBER_END}`),
  rule(
    "[carta]",
    NUMBER_START,
    `(?:[2-6]\\d{12,18}|[2-6]\\d{3}(?:${CODE_GAP}\\d{4}){3}|3\\d{3}${CODE_GAP}\\d{6}${CODE_GAP}\\d{5})${NUMBER_END}`,
    passesLuhn,
  ),
  rule("[P. IVA]", NUMBER_START, `\\d{11}${NUMBER_END}`, passesLuhn),
  rule(
    "[tel.]",
    NUMBER_START,
    `${italy()}(?!\\d{3}/[12]\\d{3} )${MOBILE}${moreDigits("7,8")}${NUMBER_END}(?! ?(?:€|eur))`,
  ),
  rule("[tel.]", NUMBER_START, `(?:${italy()}0(?:${LONG_AREA}|${SHORT_AREA})|00[1-9]\\d{8,12})${NUMBER_END}`),
  rule("[doc.]", WORD_START, `(?:[a-z]{2}\\d{5}[a-z]{2}|(?!n[or])[a-z]{2}\\d{7}|[a-mo-z]\\d{8})${WORD_END}`),
  rule("[targa]", WORD_START, `${PLATE}\\d{3}${PLATE}${WORD_END}`),
];

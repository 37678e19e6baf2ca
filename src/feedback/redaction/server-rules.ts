import { passesLuhn } from "../../shared/redaction/checksums.ts";
import {
  GAP,
  ITALY,
  MOBILE,
  moreDigits,
  NUMBER_END,
  NUMBER_START,
  rule,
  WORD_END,
  WORD_START,
} from "../../shared/redaction/rule.ts";
import type { Rule } from "../../shared/redaction/rule.ts";
import { passesMod97, passesTaxCodeCheck } from "./checksums.ts";

/**
 * Matches keywords and the small words that lead from them to a number: "cell. (il mio è il n. …".
 */
function after(keywords: string): string {
  const link = "e|al|allo|il|lo|la|del|della|di|mio|mia|suo|sua|casa|fisso|italiano|numero|num|nr?";
  return `(?:^|[^a-z])(?:${keywords})[^a-z0-9]{0,4}(?:(?:${link})[^a-z0-9]{1,3}){0,3}`;
}

const NAME = "[\\w+%'-]{1,64}";
const DOT = "(?: ?[.,] ?| ?[([{<] ?(?:dot|punto|\\.) ?[)\\]}>] ?| +(?:dot|punto) +)";
const COMMON_TOP_LEVEL = "(?:it|com|net|org|eu|info)(?![a-z])";
const MAIL_SERVICES =
  "gmail|libero|hotmail|outlook|yahoo|icloud|virgilio|alice|tiscali|live|tin|proton(?:mail)?|pec";

const BRACKET = "(?:\\((?=\\+? ?\\d+\\)))?";
/** A long number right after a phone number is another phone number, whatever its prefix. */
const PHONE_END = `${NUMBER_END}(?:${GAP}\\d{6,}${NUMBER_END})*`;
/** The zeros of "ore 15.00" are not a prefix. */
const PREFIX_START = "^[.,:]?|[^\\d.,:]|\\D[.,:]";
/**
 * Excludes toll-free, shared-cost, emergency and other public numbers, which are never a person's.
 */
const NOT_PUBLIC = "(?!80[03]|84\\d|89\\d|199|1\\d\\d)";

const PLATE = "[a-hj-npr-tv-z]{2}";

/**
 * Words that make "la 104 ha" or "ad 150 km" look like a plate, and "ci 50053 fi"
 * like an identity card.
 */
const SMALL_WORDS = "a[dl]|c[eim]|d[aei]|e[dx]|f[ai]|gg|h[ah]|k[gm]|l[ae]|m[aeglmt]|ne|re|s[ae]|te|v[ae]";
const AT_BOTH_ENDS = new RegExp(`^(?:${SMALL_WORDS})[^a-z].*[^a-z](?:${SMALL_WORDS})$`, "i");

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
  rule("[cod. fiscale]", WORD_START, `[a-z]{16}${WORD_END}`, passesTaxCodeCheck),
  rule("[P. IVA]", after("it|(?:partita|p\\.?) ?iva|piva|vat"), `\\d(?:[ ._-]?\\d){10}${NUMBER_END}`),
  rule(
    "[ISEE]",
    after("dsu|isee|inps|prot(?:ocollo)?"),
    `(?:20\\d\\d[ -])?\\d{5}[a-z0-9]{2}\\d[a-z](?:${GAP}\\d\\d)?${WORD_END}`,
  ),
  rule("[ISEE]", WORD_START, `\\d{5}[a-z0-9]{3,4} ?- ?\\d\\d${WORD_END}`),
];

/** Rules for the text in which harmless numbers are covered. */
export const CONTEXT_RULES: readonly Rule[] = [
  rule(
    "[mail]",
    "",
    `${NAME}(?:${DOT}${NAME})*(?: at |[_*-]at[_*-])${NAME}(?:${DOT}${NAME})*?${DOT}${COMMON_TOP_LEVEL}`,
  ),
  rule(
    "[mail]",
    "",
    `${NAME}(?:(?:${DOT}| +(?:trattino|underscore) +)${NAME})*(?: ?@ ?| *chiocciol[a-z]+ *)(?:${MAIL_SERVICES})(?:${DOT}${COMMON_TOP_LEVEL})?${WORD_END}`,
  ),
  rule(
    "[tel.]",
    NUMBER_START,
    `${BRACKET}${ITALY}(?:${MOBILE}${moreDigits("7,8")}|3(?: \\d){8,9})${PHONE_END}`,
  ),
  rule("[tel.]", PREFIX_START, `${BRACKET}(?:\\+|00) ?(?!3${GAP}9)[1-9]${moreDigits("6,14")}${PHONE_END}`),
  rule("[tel.]", NUMBER_START, `${BRACKET}${ITALY}0${GAP}[1-9]${moreDigits("6,9")}${PHONE_END}`),
  rule("[tel.]", PREFIX_START, `${BRACKET}(?:\\+|00) ?39${GAP}[03]${moreDigits("5,11")}${PHONE_END}`),
  rule(
    "[tel.]",
    after(
      "(?:tel|cell|richiam|chiam|contatt|whats?app|wa)[a-z]*|(?:mio|suo|il) (?:numero|n[ro]?)|fax|phone|call|mobile",
    ),
    `${NOT_PUBLIC}\\d${moreDigits("5,14")}${PHONE_END}`,
  ),
  rule("[carta]", NUMBER_START, `[2-6]${moreDigits("15")}${NUMBER_END}`, passesLuhn),
  rule(
    "[doc.]",
    after(
      "passaporto|passport|carta d.identita|c\\.?i\\.?e?|documento|soggiorno|patente|tessera(?: sanitaria)?",
    ),
    `(?:[a-z]{0,2}[ -]?\\d{6,9}[a-z]{0,2}|[a-z]{2}[ -]?\\d{5}[ -]?[a-z]{2})${WORD_END}`,
  ),
  // A driving licence, an Indian passport, the file or the postal receipt of a
  // residence permit, a health card.
  rule(
    "[doc.]",
    WORD_START,
    `(?:[a-z]{2}\\d{7}[a-z]|[a-mo-z]\\d{7}|\\d\\d[a-z]{2}\\d{6}|0\\d{11}|80380\\d{15})${WORD_END}`,
  ),
  rule("[doc.]", WORD_START, `c[a-z][ -]?\\d{5}[ -]?[a-z]{2}${WORD_END}`, isCodeBetweenWords),
  rule("[doc.]", WORD_START, `(?:[a-z]{2}[ -]\\d{7}|i[ -]\\d{8})${WORD_END}`, standsOut),
  // Motorcycle plates and old plates have no distinctive shape.
  rule(
    "[targa]",
    after("targ[a-z]+(?: [a-z]+)?"),
    `[a-z]{2}[ -]?(?:\\d{3}[ -]?[a-z]{2}|\\d{5,6}|[a-z]\\d{5})${WORD_END}`,
  ),
  rule("[targa]", WORD_START, `${PLATE}[ -]?\\d{3}[ -]?${PLATE}${WORD_END}`, isCodeBetweenWords),
];

/** True for capitals in a text that is not all capitals: this is a code, not words. */
function standsOut(candidate: string, text: string): boolean {
  return candidate === candidate.toUpperCase() && /[a-z]/.test(text);
}

/**
 * True if the pairs of letters around a number belong to a code, and are not small
 * words beside a number.
 */
function isCodeBetweenWords(candidate: string, text: string): boolean {
  return standsOut(candidate, text) || !AT_BOTH_ENDS.test(candidate);
}

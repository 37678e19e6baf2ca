import { coverFileNumbers } from "../../shared/redaction/file-numbers.ts";
import { NUMBER_END, NUMBER_START } from "../../shared/redaction/rule.ts";
import { WIDE_GAP } from "./context.ts";

const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const MONTH = "(?:0?[1-9]|1[0-2])";
const YEAR = "(?:19|20)\\d\\d";
const TIME = "(?:[01]?\\d|2[0-3])[.:][0-5]\\d";
const CLOCK = "(?:[01]?\\d|2[0-3])(?::[0-5]\\d){1,2}";
const AMOUNT = "\\d{1,3}(?:\\.\\d{3})+(?:,\\d\\d?)? ?(?:€|eur)";
/** An amount or an hour whose comma stands alone: groups of a phone number have a comma each. */
const DECIMAL = "(?:0|[1-9]\\d{0,6}|[1-9]\\d{0,2}(?:\\.\\d{3})+),\\d\\d";
const START = "^|[^\\d./-]|[^\\d][./-]";
const END = "(?![./-]?\\d)";
const LAW = "legge|l\\.|lgs\\.?|d\\.?p\\.?r\\.?|dpcm|decreto|regolamento|direttiva";
const FILE =
  "prot\\.?|protocollo|pratica|determin[a-z]+|delibera|ordinanza|bando|avviso|circolare|sentenza|decreto|dirigenziale|domanda";

/**
 * Dates, hours, amounts, laws and file numbers of the office. The first group of
 * each is its context.
 */
const CERTAIN = [
  `(${START})(?:${DAY}([ ./-])${MONTH}\\2${YEAR}${NUMBER_END}|${YEAR}[./-]${MONTH}[./-]${DAY}${END})`,
  `(${START})${MONTH}[./-]${YEAR}(?! ?\\d{3})${END}`,
  `(^|[^\\d:]|[^\\d]:)${CLOCK}(?!:?\\d)`,
  `(^|[^\\d.,:;*/_-]|[^\\d][.,:;*/_-])${DECIMAL}(?![.,:;*/_-]?\\d)`,
  `(${NUMBER_START})${AMOUNT}`,
  `((?:^|[^a-z])(?:${LAW}) ?(?:n\\.?)? ?)\\d{1,4}/\\d{2,4}${NUMBER_END}`,
  `((?:^|[^a-z])(?:${FILE}) ?(?:n\\.?|numero)? ?)\\d{1,10}(?:/\\d{2,4})?${NUMBER_END}`,
  "(isbn[ :]{0,3})\\d(?:[ -]?\\d){8}[ -]?[\\dx](?!\\d)",
].map((source) => new RegExp(source, "gi"));

/**
 * Short dates and pairs of hours. After an area code, they are digits of a phone number instead.
 */
const SHORT_DATE = `${DAY}([./-])${MONTH}\\3\\d\\d`;
const DOUBTFUL = new RegExp(
  `(${START})([03]\\d{1,3}[ ./-]{1,3})?` +
    `(?:${SHORT_DATE}(?: ?- ?${DAY}\\3${MONTH}\\3\\d\\d)?|${DAY}/${MONTH} ?- ?${DAY}/${MONTH}|${TIME} ?[-/a] ?${TIME})${END}`,
  "gi",
);

/**
 * Covers harmless numbers and the allowed phone numbers with strokes of the same length.
 * @param text folded
 */
export function coverHarmlessNumbers(text: string, allowedPhones: readonly string[]): string {
  const cover = (all: string, before: string) => before + "|".repeat(all.length - before.length);
  return [...allowedPhones.map(phonePattern), ...CERTAIN]
    .reduce((covered, pattern) => covered.replace(pattern, cover), coverFileNumbers(text))
    .replace(DOUBTFUL, (all, before: string, areaCode: string | undefined) =>
      areaCode === undefined ? cover(all, before) : all,
    );
}

/** Matches an Italian phone number in any notation, with or without the country's prefix. */
function phonePattern(phone: string): RegExp {
  const national = phone.replace(/\D/g, "").replace(/^(?:00)?39/, "");
  return new RegExp(
    `(${NUMBER_START})(?:(?:\\+|00)? ?39${WIDE_GAP})?${national.split("").join(WIDE_GAP)}${NUMBER_END}`,
    "g",
  );
}

import { GAP, NUMBER_END, NUMBER_START } from "../../shared/redaction/rule.ts";

const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const MONTH = "(?:0?[1-9]|1[0-2])";
const YEAR = "(?:19|20)\\d\\d";
const TIME = "(?:[01]?\\d|2[0-3])[.:][0-5]\\d";
/** Hours without a separator are recognised by their round minutes. */
const ROUND_TIME = "(?:[01]\\d|2[0-3])(?:00|15|30|45)";
const AMOUNT = "\\d{1,3}(?:\\.\\d{3})+(?:,\\d\\d?)? ?(?:€|eur)";
const START = "^|[^\\d./-]|[^\\d][./-]";
const END = "(?![./-]?\\d)";
const LAW = "legge|l\\.|lgs\\.?|d\\.?p\\.?r\\.?|dpcm|decreto|regolamento|direttiva";
const FILE = "prot\\.?|protocollo|pratica|determina|delibera|ordinanza|bando|avviso";

/**
 * Dates, hours, amounts, laws and file numbers of the office. The first group of
 * each is its context.
 */
const CERTAIN = [
  `(${START})(?:${DAY}([ ./-])${MONTH}\\2${YEAR}|${YEAR}[./-]${MONTH}[./-]${DAY}|${ROUND_TIME} ?[-/] ?${ROUND_TIME})${END}`,
  `(${START})${MONTH}[./-]${YEAR}(?! ?\\d{3})${END}`,
  `(${NUMBER_START})(?:[01]?\\d|2[0-3]):[0-5]\\d${NUMBER_END}`,
  `(${NUMBER_START})${AMOUNT}`,
  `((?:^|[^a-z])(?:${LAW}) ?(?:n\\.?)? ?)\\d{1,4}/\\d{2,4}${NUMBER_END}`,
  `((?:^|[^a-z])(?:${FILE}) ?(?:n\\.?|numero)? ?)\\d{1,8}${NUMBER_END}`,
].map((source) => new RegExp(source, "gi"));

/**
 * Short dates and pairs of hours. After an area code, they are digits of a phone number instead.
 */
const DOUBTFUL = new RegExp(
  `(${START})([03]\\d{1,3}[ ./-]{1,3})?` +
    `(?:${DAY}([./-])${MONTH}\\3\\d\\d|${DAY}/${MONTH} ?- ?${DAY}/${MONTH}|${TIME} ?[-/a] ?${TIME})${END}`,
  "gi",
);

/**
 * Covers harmless numbers and the allowed phone numbers with strokes of the same length.
 * @param text folded
 */
export function coverHarmlessNumbers(text: string, allowedPhones: readonly string[]): string {
  const cover = (all: string, before: string) => before + "|".repeat(all.length - before.length);
  return [...allowedPhones.map(phonePattern), ...CERTAIN]
    .reduce((covered, pattern) => covered.replace(pattern, cover), text)
    .replace(DOUBTFUL, (all, before: string, areaCode: string | undefined) =>
      areaCode === undefined ? cover(all, before) : all,
    );
}

/** Matches an Italian phone number in any notation, with or without the country's prefix. */
function phonePattern(phone: string): RegExp {
  const national = phone.replace(/\D/g, "").replace(/^(?:00)?39/, "");
  return new RegExp(
    `(${NUMBER_START})(?:(?:\\+|00)? ?39${GAP})?${national.split("").join(GAP)}${NUMBER_END}`,
    "g",
  );
}

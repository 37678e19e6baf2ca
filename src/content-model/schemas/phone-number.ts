import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { shortNumber } from "./short-numbers.ts";

const EXTENSION = /\d\W*(?:interno|int|estensione|est|ext|x|#|;)\W*\d/i;

/**
 * One number. The area code may be in parentheses or before a slash. Groups may be separated by
 * spaces, dots or hyphens.
 */
const ONE_NUMBER = /^\+?[\d\s]*(?:\(\d{1,4}\))?\d*(?:\s?\/\s?\d{4,})?[\d\s.-]*$/;

/**
 * A short ending after a slash or after a whole number belongs to a second line: "878778/9",
 * "878778-79", "878778 (2)".
 */
const SECOND_ENDING = /\d\s*\/\s*\d{1,3}$|\d{5,}\D+\d{1,2}$|\d\W+\d$|\d\s*\(\d+\)$/;

/** Italian area codes after which at least four digits follow. */
const ITALIAN_AREA_CODE = /^0(?:[26]|[1345789][0159]|\d{3})/;
const SHORTEST_AFTER_AREA_CODE = 4;

/**
 * Says in Italian what should be there instead of the text. Undefined if the whole text is one
 * possible telephone number. A number without prefix counts as Italian.
 * @param expected the description of a number to use if there is nothing more precise to say
 */
export function phoneNumberError(text: string, expected: string): string | undefined {
  if (shortNumber(text) !== undefined) return undefined;
  const number = parsePhoneNumberFromString(text, { defaultCountry: "IT", extract: false });
  if (EXTENSION.test(text)) return "un numero di telefono senza interno";
  if (!number?.isValid() || number.ext !== undefined) return expected;
  if (
    SECOND_ENDING.test(text.trim()) ||
    !ONE_NUMBER.test(text.trim()) ||
    !isReadAsWritten(text, number.number)
  )
    return "un numero di telefono solo, scritto per intero";
  if (number.countryCallingCode === "39" && isTooShort(number.nationalNumber))
    return `un numero di telefono intero: dopo il prefisso ha almeno ${SHORTEST_AFTER_AREA_CODE} cifre`;
  return undefined;
}

function isReadAsWritten(text: string, e164: string): boolean {
  const read = e164.slice(1);
  return [text, text.replace("(0)", "")]
    .map((writing) => writing.replace(/\D/g, "").replace(/^00/, ""))
    .some((digits) => digits === read || `39${digits}` === read);
}

function isTooShort(national: string): boolean {
  const areaCode = ITALIAN_AREA_CODE.exec(national)?.[0];
  return areaCode !== undefined && national.length - areaCode.length < SHORTEST_AFTER_AREA_CODE;
}

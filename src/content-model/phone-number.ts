import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** Whether the text is, as a whole, a telephone number that can exist; without prefix it is an Italian one. */
export function isPhoneNumber(text: string): boolean {
  return parsePhoneNumberFromString(text, { defaultCountry: "IT", extract: false })?.isValid() === true;
}

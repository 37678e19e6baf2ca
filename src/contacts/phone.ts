import { parsePhoneNumberWithError } from "libphonenumber-js";
import { shortNumber } from "../content-model/schemas/short-numbers.ts";

export interface PhoneFormats {
  /** For a `tel:` link: E.164, "+390571878778"; a short number, which is dialled as it is, has only its digits. */
  e164: string;
  /** As written in the country: "0571 878778". */
  national: string;
  /** As dialled from abroad: "+39 0571 878778". */
  international: string;
}

/**
 * The three ways in which the site writes a telephone number.
 * @throws ParseError when the text is no number; checked content never is.
 */
export function phoneFormats(phone: string): PhoneFormats {
  const short = shortNumber(phone);
  if (short !== undefined) return { e164: short, national: short, international: short };
  const number = parsePhoneNumberWithError(phone, "IT");
  return {
    e164: number.number,
    national: number.formatNational(),
    international: number.formatInternational(),
  };
}

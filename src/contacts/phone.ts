import { parsePhoneNumberWithError } from "libphonenumber-js";
import { shortNumber } from "../content-model/schemas/short-numbers.ts";

export interface PhoneFormats {
  /**
   * For a `tel:` link, in E.164: "+390571878778". A short number has only its digits,
   * because it is dialled as it is.
   */
  e164: string;
  /** As written in the country: "0571 878778". */
  national: string;
  /** As dialled from abroad: "+39 0571 878778". */
  international: string;
}

/** By number as written: a site has few, and each page asks for one. */
const known = new Map<string, PhoneFormats>();

/**
 * The three ways in which the site writes a telephone number.
 * @throws ParseError if the text is not a number, which cannot happen with checked content
 */
export function phoneFormats(phone: string): PhoneFormats {
  const formats = known.get(phone) ?? formatsOf(phone);
  known.set(phone, formats);
  return formats;
}

function formatsOf(phone: string): PhoneFormats {
  const short = shortNumber(phone);
  if (short !== undefined) return { e164: short, national: short, international: short };
  const number = parsePhoneNumberWithError(phone, "IT");
  return {
    e164: number.number,
    national: number.formatNational(),
    international: number.formatInternational(),
  };
}

import { z } from "zod";
import { checked } from "./checked.ts";
import { closures, otherHours, weeklyHours } from "./hours.ts";
import { phoneNumberError } from "./phone-number.ts";
import { emailAddress, httpsUrl, languageCode, listOf, nameText, pastDate, sitePath } from "./scalars.ts";

const PHONE = "un numero di telefono, come +39 0571 878778";
const phone = z.string(PHONE).refine((value) => phoneNumberError(value, PHONE) === undefined, {
  error: ({ input }) => phoneNumberError(String(input), PHONE),
});

const timeZone = z
  .string("un fuso orario, come Europe/Rome")
  .refine((value) => Intl.supportedValuesOf("timeZone").includes(value));

const countryNames = new Intl.DisplayNames("it", { type: "region", fallback: "none" });
const country = z
  .string("il codice di un Paese in due lettere maiuscole, come IT")
  .refine((value) => /^[A-Z]{2}$/.test(value) && countryNames.of(value) !== undefined);

/**
 * `contacts/<id>.json`: who answers, where and when. Pages refer to a contact by its id. Only the
 * first three keys are required.
 */
export const contact = z.strictObject({
  name: nameText,
  /** The page of the office that answers. */
  office: sitePath,
  /** The number that the site's buttons call. */
  phone,
  otherPhones: z.array(z.strictObject({ name: nameText, phone })).default([]),
  email: emailAddress.optional(),
  /** Certified mail (posta elettronica certificata). */
  pec: emailAddress.optional(),
  address: z
    .strictObject({ streetAddress: nameText, postalCode: nameText, addressLocality: nameText })
    .optional(),
  /** Where an appointment can be booked online. */
  booking: httpsUrl.optional(),
  /** The languages spoken there. */
  languages: listOf(languageCode).optional(),
  /** True if an interpreter is available on request. */
  interpreter: z.boolean().optional(),
  timeZone: timeZone.default("Europe/Rome"),
  /** The country whose public holidays close the line. */
  publicHolidays: country.default("IT"),
  /** True if the line is also answered on public holidays. */
  openOnHolidays: z.boolean().optional(),
  /** When the phone line is answered. */
  hours: weeklyHours.default([]),
  /** Hours of a season or of one date, which replace the usual {@link hours}. */
  otherHours: otherHours.default([]),
  /** When the counter is open. */
  counterHours: weeklyHours.default([]),
  /** True if the counter only sees people with an appointment, at any time. */
  appointmentOnly: z.boolean().optional(),
  /** Closures of both phone line and counter. */
  closures: closures.default([]),
  /** The day of the last change to this file. Calendar programs use it to update subscriptions. */
  updated: pastDate.optional(),
  /** When the office that knows last found all of this right. */
  checked: checked.optional(),
});

export type Contact = z.infer<typeof contact>;

import { z } from "zod";
import { closures, otherHours, weeklyHours } from "./hours.ts";
import { phoneNumberError } from "./phone-number.ts";
import { emailAddress, httpsUrl, languageCode, listOf, pastDate, sitePath, text } from "./scalars.ts";

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

/** `contacts/<id>.json`: who answers, where and when. Pages refer to it by its id; only the first three keys must be there. */
export const contact = z.strictObject({
  name: text,
  /** The page of the office that answers. */
  office: sitePath,
  /** The number that the site's buttons call. */
  phone,
  otherPhones: z.array(z.strictObject({ name: text, phone })).default([]),
  email: emailAddress.optional(),
  /** Certified mail (posta elettronica certificata). */
  pec: emailAddress.optional(),
  address: z.strictObject({ streetAddress: text, postalCode: text, addressLocality: text }).optional(),
  /** Where an appointment can be booked online. */
  booking: httpsUrl.optional(),
  /** In which languages one can speak there. */
  languages: listOf(languageCode).optional(),
  /** An interpreter comes when one is asked for. */
  interpreter: z.boolean().optional(),
  timeZone: timeZone.default("Europe/Rome"),
  /** The country whose public holidays close the line. */
  publicHolidays: country.default("IT"),
  /** The line answers on those holidays too, and is closed on its closures only. */
  openOnHolidays: z.boolean().optional(),
  /** When somebody answers the telephone. */
  hours: weeklyHours.default([]),
  /** Instead of {@link hours}, in a season or on one date. */
  otherHours: otherHours.default([]),
  /** When the counter is open. */
  counterHours: weeklyHours.default([]),
  /** The counter sees only who has an appointment, whatever its hours. */
  appointmentOnly: z.boolean().optional(),
  /** Of telephone and counter. */
  closures: closures.default([]),
  /** When this file was last changed: subscribed calendars go by it. */
  updated: pastDate.optional(),
});

export type Contact = z.infer<typeof contact>;

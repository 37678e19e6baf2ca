import { z } from "zod";
import { closures, weeklyHours } from "./hours.ts";
import { phoneNumberError } from "./phone-number.ts";
import { sitePath, slugText, text } from "./scalars.ts";

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

/** A telephone line: who answers, on which number and when. */
const contact = z.strictObject({
  name: text,
  /** The page of the office that answers. */
  office: sitePath,
  phone,
  timeZone,
  /** The country whose public holidays close the line. */
  publicHolidays: country,
  /** The line answers on those holidays too, and is closed on its closures only. */
  openOnHolidays: z.boolean().optional(),
  hours: weeklyHours,
  closures,
});

/** `contacts.json`: contacts by the id that pages refer to. */
export const contacts = z.record(slugText, contact);

export type Contact = z.infer<typeof contact>;
export type Contacts = z.infer<typeof contacts>;

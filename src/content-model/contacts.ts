import { z } from "zod";
import { closures, weeklyHours } from "./hours.ts";
import { phoneNumberError } from "./phone-number.ts";
import { sitePath, text } from "./scalars.ts";

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

/** `contacts/<id>.json`, a telephone line: who answers, on which number and when. Pages refer to it by its id. */
export const contact = z.strictObject({
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

export type Contact = z.infer<typeof contact>;

import { z } from "zod";
import { nameText, pastDate } from "./scalars.ts";

/** How long a fact is trusted, unless its data say otherwise. */
const EVERY_MONTHS = 6;
const LONGEST_MONTHS = 24;

/**
 * That an office has looked at a fact and found it right. `npm run confirm` writes the day of it
 * anew.
 */
export const checked = z.strictObject({
  on: pastDate,
  /** The office that knows, and is asked again. */
  by: nameText,
  /** How often it should be asked. */
  everyMonths: z
    .int(`un numero di mesi, da 1 a ${LONGEST_MONTHS}`)
    .min(1)
    .max(LONGEST_MONTHS)
    .default(EVERY_MONTHS),
});

export type Checked = z.infer<typeof checked>;

/**
 * The last day on which a fact still counts as checked, such as `2027-05-30`. In a month that is
 * too short it is the last of the month.
 */
export function trustedUntil({ on, everyMonths }: Pick<Checked, "on" | "everyMonths">): string {
  const [year = 0, month = 0, day = 0] = on.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + everyMonths, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

import { z } from "zod";
import { minutesOf, WEEKDAYS } from "../shared/opening-hours.ts";
import { listOf, localDate, text } from "./scalars.ts";

/** A time of day, `9:00` or `09:00`. */
const timeOfDay = z.string("un orario da 0:00 a 23:59, nella forma 9:00").regex(/^([01]?\d|2[0-3]):[0-5]\d$/);

/** A time at which a range ends: `24:00` is midnight at the end of the day. */
const closingTime = z
  .string("un orario da 0:00 a 24:00, nella forma 9:00")
  .regex(/^(([01]?\d|2[0-3]):[0-5]\d|24:00)$/);

const days = listOf(z.enum(WEEKDAYS));

// Rules between fields look only at the fields they need: an error elsewhere in the same object must not hide theirs.
const times = z.object({ opens: timeOfDay, closes: closingTime });
const range = times.extend({ days });
type Range = z.infer<typeof range>;

const weeklyRange = z
  .strictObject(range.shape)
  .refine(({ opens, closes }) => minutesOf(opens) < minutesOf(closes), {
    path: ["closes"],
    error: ({ input }) => `un orario che viene dopo l'apertura (${times.parse(input).opens})`,
    when: ({ value }) => times.safeParse(value).success,
  });

/** Weekly opening hours; the ranges of one day do not overlap. */
export const weeklyHours = z
  .array(weeklyRange)
  .min(1)
  .superRefine(
    (ranges, context) => {
      const seen: Range[] = [];
      ranges.forEach((candidate, index) => {
        const { data } = range.safeParse(candidate);
        if (data === undefined) return;
        const other = seen.find((earlier) => overlap(earlier, data));
        if (other !== undefined) {
          const message = `un orario che non si sovrappone a quello ${describe(other)}`;
          context.addIssue({ code: "custom", path: [index, "opens"], message, input: data.opens });
        }
        seen.push(data);
      });
    },
    { when: ({ value }) => Array.isArray(value) },
  );

const closureDates = z.object({ from: localDate, to: localDate });

/** A line that is closed for longer does not come back: the year is mistyped, or the contact is to be deleted. */
const LONGEST_CLOSURE_DAYS = 366;

/** Days, ends included, on which nobody answers beyond the public holidays. */
export const closures = z.array(
  z
    .strictObject({ ...closureDates.shape, reason: text })
    .refine(({ from, to }) => from <= to, {
      path: ["to"],
      error: ({ input }) => `una data che non viene prima dell'inizio (${closureDates.parse(input).from})`,
      when: ({ value }) => closureDates.safeParse(value).success,
    })
    .refine((closure) => daysOf(closure) <= LONGEST_CLOSURE_DAYS, {
      path: ["to"],
      error: ({ input }) =>
        `una data entro ${LONGEST_CLOSURE_DAYS} giorni dall'inizio (${closureDates.parse(input).from})`,
      when: ({ value }) => closureDates.safeParse(value).success,
    }),
);

/** How many days a closure lasts, ends included. */
function daysOf({ from, to }: z.infer<typeof closureDates>): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

function overlap(a: Range, b: Range): boolean {
  const sharedDay = a.days.some((day) => b.days.includes(day));
  return sharedDay && minutesOf(a.opens) < minutesOf(b.closes) && minutesOf(b.opens) < minutesOf(a.closes);
}

function describe({ days, opens, closes }: Range): string {
  return `di ${days.join(", ")} (${opens}-${closes})`;
}

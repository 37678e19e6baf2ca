import { z } from "zod";
import { minutesOf, WEEKDAYS, WEEKS } from "../../shared/opening-hours.ts";
import { languageCode, listOf, plannedDate, sentences } from "./scalars.ts";

/** A time of day, such as `9:00` or `09:00`. */
const timeOfDay = z.string("un orario da 0:00 a 23:59, nella forma 9:00").regex(/^([01]?\d|2[0-3]):[0-5]\d$/);

/** The end of a range. `24:00` is midnight at the end of the day. */
const closingTime = z
  .string("un orario da 0:00 a 24:00, nella forma 9:00")
  .regex(/^(([01]?\d|2[0-3]):[0-5]\d|24:00)$/);

const days = listOf(z.enum(WEEKDAYS));

// Rules between fields only look at the fields that they need, so that an error in another field
// does not hide theirs.
const times = z.object({ opens: timeOfDay, closes: closingTime });
const range = times.extend({ days, weeks: listOf(z.enum(WEEKS)).optional() });
type Range = z.infer<typeof range>;

/** The range ends after it begins. */
const inOrder = {
  path: ["closes"],
  error: ({ input }: { input?: unknown }) =>
    `un orario che viene dopo l'apertura (${times.parse(input).opens})`,
  when: ({ value }: { value: unknown }) => times.safeParse(value).success,
};
const endsLater = ({ opens, closes }: z.infer<typeof times>): boolean => minutesOf(opens) < minutesOf(closes);

const weeklyRange = z
  .strictObject({
    ...range.shape,
    /** The languages spoken in this range. */
    languages: listOf(languageCode).optional(),
  })
  .refine(endsLater, inOrder);

/** Weekly opening hours. Ranges on the same day must not overlap. */
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

const span = z.object({ from: plannedDate, to: plannedDate });
type Span = z.infer<typeof span>;

/** A longer span is a mistyped year, or should be a change of the usual hours. */
const LONGEST_SPAN_DAYS = 366;

/**
 * A span of days, including both ends. It must not end before it begins, or last more than a year.
 */
function spanOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .strictObject({ ...span.shape, ...shape })
    .refine((value) => isSpan(value) && value.from <= value.to, {
      path: ["to"],
      error: ({ input }) => `una data che non viene prima dell'inizio (${span.parse(input).from})`,
      when: ({ value }) => isSpan(value),
    })
    .refine((value) => isSpan(value) && daysOf(value) <= LONGEST_SPAN_DAYS, {
      path: ["to"],
      error: ({ input }) =>
        `una data entro ${LONGEST_SPAN_DAYS} giorni dall'inizio (${span.parse(input).from})`,
      when: ({ value }) => isSpan(value),
    });
}

/** Closures beyond the public holidays. */
export const closures = z.array(spanOf({ reason: sentences }));

const otherRange = z
  .strictObject({ ...times.shape, days: days.default([...WEEKDAYS]) })
  .refine(endsLater, inOrder);

/**
 * Hours that replace the weekly ones in a span, such as a season. If the span is a single date,
 * they also apply on a holiday.
 */
export const otherHours = z.array(
  spanOf({ reason: sentences.optional(), hours: z.array(otherRange).min(1) }),
);

function isSpan(value: unknown): value is Span {
  return span.safeParse(value).success;
}

/** The length of a span in days, including both ends. */
function daysOf({ from, to }: Span): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
}

function overlap(a: Range, b: Range): boolean {
  const sharedDay = a.days.some((day) => b.days.includes(day));
  return (
    sharedDay &&
    mayShareWeek(a, b) &&
    minutesOf(a.opens) < minutesOf(b.closes) &&
    minutesOf(b.opens) < minutesOf(a.closes)
  );
}

/** A month has four or five of each weekday, so its fourth may also be its last. */
function mayShareWeek(a: Range, b: Range): boolean {
  const weeksOf = ({ weeks = [...WEEKS] }: Range) =>
    weeks.flatMap((week) => (week === "fourth" || week === "last" ? ["fourth", "last"] : week));
  return weeksOf(a).some((week) => weeksOf(b).includes(week));
}

function describe({ days, opens, closes }: Range): string {
  return `di ${days.join(", ")} (${opens}-${closes})`;
}

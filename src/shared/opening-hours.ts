/**
 * When a telephone line answers. Wall-clock times in the line's own time zone, so the visitor's zone and
 * daylight saving changes make no difference. Shared by build and browser. No I/O.
 */
import { localeOf } from "./locale.ts";

/** English day names as `_data/contacts/` writes them, in the order of the Italian week. */
export const WEEKDAYS = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A span of the day, `H:MM` or `HH:MM`: open from the minute of `opens` up to, not including, that of `closes`, at most `24:00`. */
export interface TimeRange {
  readonly opens: string;
  readonly closes: string;
}

/** Which of its weekday in the month a date is. */
export const WEEKS = ["first", "second", "third", "fourth", "last"] as const;
export type Week = (typeof WEEKS)[number];

export interface WeeklyHours extends TimeRange {
  readonly days: readonly Weekday[];
  /** Only on these of the month's weekdays, as in "the first and the last Wednesday". */
  readonly weeks?: readonly Week[] | undefined;
}

/** Hours that hold instead of the weekly ones from one date to another, both included. */
export interface OtherHours {
  readonly from: string;
  readonly to: string;
  readonly hours: readonly WeeklyHours[];
}

/** Weekly hours with their exceptions. Dates are ISO `YYYY-MM-DD` in `timeZone` (an IANA name). */
export interface Schedule {
  readonly timeZone: string;
  readonly hours: readonly WeeklyHours[];
  /** Where two hold on a date, the first does. */
  readonly otherHours?: readonly OtherHours[];
  /** Days on which nobody answers: public holidays and the authority's own closures. */
  readonly closedDates: readonly string[];
  /** The last day for which `closedDates` is complete. */
  readonly knownUntil: string;
}

/** The first opening after now. `daysAhead` counts calendar days in the line's zone: 0 is today. */
export interface NextOpening {
  readonly date: string;
  readonly weekday: Weekday;
  readonly time: string;
  readonly daysAhead: number;
}

/** `closesAt` is a time of the next 24 hours; `undefined` when the line stays open for longer. */
export type LineState =
  | { readonly open: true; readonly closesAt: string | undefined }
  | { readonly open: false; readonly next: NextOpening };

const DAY_MS = 86_400_000;
const DAY_MINUTES = 1440;

/** `"9:05"` or `"09:05"` to minutes since midnight. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(":").map(Number);
  return (hours ?? NaN) * 60 + (minutes ?? NaN);
}

/** A time as the pages write it: no leading zero, `"9:05"`. */
export function formatTime(time: string): string {
  return time.replace(/^0(?=\d)/, "");
}

/** The weekday of an ISO date. */
export function weekdayOf(date: string): Weekday {
  return WEEKDAYS[(new Date(date).getUTCDay() + 6) % 7] ?? "sunday";
}

/** The ranges of one weekday, earliest first. */
export function rangesOn<Hours extends WeeklyHours>(hours: readonly Hours[], weekday: Weekday): Hours[] {
  return hours
    .filter(({ days }) => days.includes(weekday))
    .sort((a, b) => minutesOf(a.opens) - minutesOf(b.opens));
}

/** The ranges in which the line answers on an ISO date, earliest first. */
export function rangesOnDate(
  { hours, otherHours = [], closedDates }: Omit<Schedule, "timeZone" | "knownUntil">,
  date: string,
): WeeklyHours[] {
  if (closedDates.includes(date)) return [];
  const other = otherHours.find(({ from, to }) => from <= date && date <= to);
  return rangesOn(other?.hours ?? hours, weekdayOf(date)).filter(({ weeks }) => isInWeeks(date, weeks));
}

/** Whether a date is one of these of its weekday in its month; every date is where none are asked for. */
export function isInWeeks(date: string, weeks: readonly Week[] | undefined): boolean {
  const nth = WEEKS[Math.ceil(Number(date.slice(8)) / 7) - 1];
  const isLast = addDays(date, 7).slice(5, 7) !== date.slice(5, 7);
  return weeks?.some((week) => (week === "last" ? isLast : week === nth)) ?? true;
}

/**
 * Whether the line answers at `now`, until when, or when it answers next.
 * `undefined` when that cannot be told: past `knownUntil`, or no opening up to it.
 */
export function lineState(schedule: Schedule, now: Date): LineState | undefined {
  const { date: today, minutes } = wallClock(schedule.timeZone, now);
  for (let daysAhead = 0, date = today; date <= schedule.knownUntil; date = addDays(today, ++daysAhead)) {
    const elapsed = daysAhead === 0 ? minutes : -1;
    const [range, ...later] = rangesOnDate(schedule, date).filter(
      ({ closes }) => minutesOf(closes) > elapsed,
    );
    if (!range) continue;
    if (minutesOf(range.opens) <= elapsed) {
      return { open: true, closesAt: closingTime(schedule, today, minutes, endOf(range, later)) };
    }
    const weekday = weekdayOf(date);
    return { open: false, next: { date, weekday, time: formatTime(range.opens), daysAhead } };
  }
  return undefined;
}

/** "oggi" or "domani": how a language calls a day by its distance from today. */
export function relativeDay(daysAhead: number, lang: string): string {
  return new Intl.RelativeTimeFormat(localeOf(lang), { numeric: "auto" }).format(daysAhead, "day");
}

/**
 * "oggi", "domani", "martedì", or with its date when it is a week away or more: "lunedì 7 gennaio".
 * @param words what the language calls today, tomorrow and Monday to Sunday, for a browser that does not know it.
 */
export function dayPhrase(next: NextOpening, lang: string, words?: readonly string[]): string {
  const { date, weekday, daysAhead } = next;
  if (words && Intl.DateTimeFormat.supportedLocalesOf(lang).length === 0) {
    const [, month, day] = date.split("-").map(Number);
    const word = words[daysAhead < 2 ? daysAhead : 2 + WEEKDAYS.indexOf(weekday)] ?? "";
    return daysAhead > 6 ? `${word} ${day}/${month}` : word;
  }
  if (daysAhead < 2) return relativeDay(daysAhead, lang);
  return new Date(date).toLocaleDateString(localeOf(lang), {
    weekday: "long",
    timeZone: "UTC",
    ...(daysAhead > 6 && { day: "numeric", month: "long" }),
  });
}

/** The weekday's name in a language, as it stands inside a sentence: "lunedì", "Monday". */
export function weekdayName(weekday: Weekday, lang: string): string {
  // 5 January 1970 was a Monday.
  const day = new Date((WEEKDAYS.indexOf(weekday) + 4) * DAY_MS);
  return new Intl.DateTimeFormat(localeOf(lang), { weekday: "long", timeZone: "UTC" }).format(day);
}

/** Ranges that touch are one: the line does not close in between. */
function endOf(range: TimeRange, later: readonly TimeRange[]): string {
  return later.reduce(
    (end, next) => (minutesOf(next.opens) === minutesOf(end) ? next.closes : end),
    range.closes,
  );
}

/**
 * When a line that is open now closes, over midnight when the next day opens with it.
 * @param minutes now, since midnight.
 * @param end when today's ranges end.
 */
function closingTime(schedule: Schedule, today: string, minutes: number, end: string): string | undefined {
  const [range, ...later] = rangesOnDate(schedule, addDays(today, 1));
  const goesOn = minutesOf(end) === DAY_MINUTES && range !== undefined && minutesOf(range.opens) === 0;
  if (!goesOn) return formatTime(end);
  const nextEnd = endOf(range, later);
  return minutesOf(nextEnd) <= minutes ? formatTime(nextEnd) : undefined;
}

/** Swedish dates and times are written as ISO 8601 has them. */
function wallClock(timeZone: string, now: Date): { date: string; minutes: number } {
  const [date = "", time = ""] = now.toLocaleString("sv", { timeZone }).split(" ");
  return { date, minutes: minutesOf(time) };
}

/** The ISO date some days after another. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/**
 * When a telephone line answers. Times are those of a clock in the line's own time zone, so
 * neither the visitor's zone nor daylight saving time matters. Build and browser share this
 * module, which has no input or output.
 */
import { localeOf } from "./locale.ts";

/** English day names as in `_data/contacts/`, in the order of the Italian week. */
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

/**
 * A span of the day, in `H:MM` or `HH:MM`. It includes the minute of `opens` and excludes that of
 * `closes`, which is `24:00` at most.
 */
export interface TimeRange {
  readonly opens: string;
  readonly closes: string;
}

/** The position of a date among the same weekdays of its month. */
export const WEEKS = ["first", "second", "third", "fourth", "last"] as const;
export type Week = (typeof WEEKS)[number];

export interface WeeklyHours extends TimeRange {
  readonly days: readonly Weekday[];
  /** If present, only these weekdays of the month, as in "the first and the last Wednesday". */
  readonly weeks?: readonly Week[] | undefined;
}

/** Hours that replace the weekly ones from one date to another, both included. */
export interface OtherHours {
  readonly from: string;
  readonly to: string;
  readonly hours: readonly WeeklyHours[];
}

/** Weekly hours with their exceptions. Dates are ISO `YYYY-MM-DD` in `timeZone` (an IANA name). */
export interface Schedule {
  readonly timeZone: string;
  readonly hours: readonly WeeklyHours[];
  /** If two of these include a date, the first one applies. */
  readonly otherHours?: readonly OtherHours[];
  /** Days on which nobody answers: public holidays and the authority's own closures. */
  readonly closedDates: readonly string[];
  /** The last day for which `closedDates` is complete. */
  readonly knownUntil: string;
}

/** The next opening. `daysAhead` counts calendar days in the line's zone, from 0 for today. */
export interface NextOpening {
  readonly date: string;
  readonly weekday: Weekday;
  readonly time: string;
  readonly daysAhead: number;
}

/**
 * `closesAt` is a time within the next 24 hours, or undefined if the line stays open for longer.
 */
export type LineState =
  | { readonly open: true; readonly closesAt: string | undefined }
  | { readonly open: false; readonly next: NextOpening };

const DAY_MS = 86_400_000;
const DAY_MINUTES = 1440;

/** Converts `"9:05"` or `"09:05"` to minutes since midnight. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(":").map(Number);
  return (hours ?? NaN) * 60 + (minutes ?? NaN);
}

/** A time as the pages show it, without a leading zero: `"9:05"`. */
export function formatTime(time: string): string {
  return time.replace(/^0(?=\d)/, "");
}

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

/**
 * True if a date has one of these positions among the same weekdays of its month. Always true
 * if `weeks` is undefined.
 */
export function isInWeeks(date: string, weeks: readonly Week[] | undefined): boolean {
  const nth = WEEKS[Math.ceil(Number(date.slice(8)) / 7) - 1];
  const isLast = addDays(date, 7).slice(5, 7) !== date.slice(5, 7);
  return weeks?.some((week) => (week === "last" ? isLast : week === nth)) ?? true;
}

/**
 * Says whether the line answers at `now`, and until when or from when.
 * @returns undefined if that is not known: after `knownUntil`, or without an opening up to that day
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

/** What a language calls a day by its distance from today: "oggi", "domani". */
export function relativeDay(daysAhead: number, lang: string): string {
  return new Intl.RelativeTimeFormat(localeOf(lang), { numeric: "auto" }).format(daysAhead, "day");
}

/**
 * A day in words: "oggi", "domani", "martedì". If it is a week away or more, it has its
 * date: "lunedì 7 gennaio".
 * @param words what the language calls today, tomorrow and Monday to Sunday, for a browser that
 * does not know the language
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

/** The name of a weekday as it is written inside a sentence: "lunedì", "Monday". */
export function weekdayName(weekday: Weekday, lang: string): string {
  // 5 January 1970 was a Monday.
  const day = new Date((WEEKDAYS.indexOf(weekday) + 4) * DAY_MS);
  return new Intl.DateTimeFormat(localeOf(lang), { weekday: "long", timeZone: "UTC" }).format(day);
}

/**
 * The end of a range and of those that follow it without a break: the line does not
 * close in between.
 */
function endOf(range: TimeRange, later: readonly TimeRange[]): string {
  return later.reduce(
    (end, next) => (minutesOf(next.opens) === minutesOf(end) ? next.closes : end),
    range.closes,
  );
}

/**
 * When a line that is open now closes. This is after midnight if the next day opens at midnight.
 * @param minutes the current time, in minutes since midnight
 * @param end when today's ranges end
 */
function closingTime(schedule: Schedule, today: string, minutes: number, end: string): string | undefined {
  const [range, ...later] = rangesOnDate(schedule, addDays(today, 1));
  const continues = minutesOf(end) === DAY_MINUTES && range !== undefined && minutesOf(range.opens) === 0;
  if (!continues) return formatTime(end);
  const nextEnd = endOf(range, later);
  return minutesOf(nextEnd) <= minutes ? formatTime(nextEnd) : undefined;
}

/** Swedish writes dates and times in the format of ISO 8601. */
function wallClock(timeZone: string, now: Date): { date: string; minutes: number } {
  const [date = "", time = ""] = now.toLocaleString("sv", { timeZone }).split(" ");
  return { date, minutes: minutesOf(time) };
}

/** The ISO date a number of days after another. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

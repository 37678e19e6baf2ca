import type { Contact } from "../content-model/schemas/contacts.ts";
import { localeOf } from "../shared/locale.ts";
import { addDays } from "../shared/opening-hours.ts";

/**
 * A span in which the weekly hours of a line do not apply: the line is closed, or has other hours.
 */
export type Exception = Contact["closures"][number] | Contact["otherHours"][number];

/** How many days before an exception it is announced, unless the site says otherwise. */
export const NOTICE_DAYS = 21;

/**
 * The exceptions to the hours of a line that are not over yet, soonest first.
 * @param today the build's date
 * @param days leaves out exceptions that begin more than this many days from today
 */
export function comingExceptions(
  { closures, otherHours }: Contact,
  today: Date,
  days = Infinity,
): Exception[] {
  const date = today.toISOString().slice(0, 10);
  return [...closures, ...otherHours]
    .filter(({ from, to }) => to >= date && (days === Infinity || from <= addDays(date, days)))
    .toSorted((a, b) => a.from.localeCompare(b.from));
}

/**
 * The dates of an exception: "24–31 dicembre 2026", or for a single day "lunedì 7 dicembre 2026".
 */
export function exceptionDates({ from, to }: Exception, lang: string): string {
  const long = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  const format = new Intl.DateTimeFormat(localeOf(lang), from === to ? { weekday: "long", ...long } : long);
  const [first, last] = [new Date(from), new Date(to)];
  if (from === to) return format.format(first);
  // Intl writes a leading zero in Italian ranges, "03–05 dicembre", but not in single dates.
  const parts = format.formatRangeToParts(first, last);
  return parts.map(({ type, value }) => (type === "day" ? value.replace(/^0/, "") : value)).join("");
}

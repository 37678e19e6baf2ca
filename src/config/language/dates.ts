import { localeOf } from "../../shared/locale.ts";
import { memoize } from "../../shared/memoize.ts";
import { instantOf } from "../../shared/time-zone.ts";

/*
 * Dates for readers and for machines. A date is written as `2024-05-02` or `2024-05-02T15:33`, in
 * the local time of the area that the site serves.
 */

const TIME_ZONE = "Europe/Rome";

const dateTimeFormat = formatByLanguage({
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "UTC",
});
const longFormat = formatByLanguage({ dateStyle: "long", timeZone: "UTC" });

/** "02/05/2024, 15:33". */
export function localDateTime(date: string, lang: string): string {
  return dateTimeFormat(lang).format(asUtc(date));
}

/** "2 maggio 2024". */
export function longDate(date: string, lang: string): string {
  return longFormat(lang).format(asUtc(date));
}

/** Makes one formatter for each language, because this takes far longer than formatting. */
function formatByLanguage(options: Intl.DateTimeFormatOptions): (lang: string) => Intl.DateTimeFormat {
  return memoize((lang) => new Intl.DateTimeFormat(localeOf(lang), options));
}

/** The moment of a local date. A date without a time means midnight. */
export function instant(date: string): Date {
  return instantOf(date, TIME_ZONE);
}

function asUtc(date: string): Date {
  return new Date(date.includes("T") ? `${date}Z` : `${date}T00:00Z`);
}

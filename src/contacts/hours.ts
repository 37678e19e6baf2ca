import type { Contact } from "../content-model/schemas/contacts.ts";
import { localeOf } from "../shared/locale.ts";
import { memoize } from "../shared/memoize.ts";
import {
  formatTime,
  rangesOn,
  relativeDay,
  type Week,
  WEEKDAYS,
  weekdayName,
  type WeeklyHours,
} from "../shared/opening-hours.ts";
import { commaOf } from "../shared/punctuation.ts";

/**
 * Hours as an editor writes them. Some apply only in certain weeks of the month, or
 * in some languages.
 */
type Hours = readonly (WeeklyHours & { readonly languages?: readonly string[] | undefined })[];

/** The phrases for hours in a language. */
export interface HoursWords {
  /** "dalle 9:00 alle 11:00" */
  range: (times: { opens: string; closes: string }) => string;
  /** "il primo del mese" */
  week: (week: Week) => string;
}

/**
 * A row of the table of hours: the capitalised name of the weekday and its ranges
 * ("9:00–11:00"). A closed day has none.
 */
export interface HoursRow {
  day: string;
  ranges: { times: string; note?: string }[];
}

/** The week from Monday to Sunday, with the ranges in which somebody answers. */
export function hoursRows(hours: Hours, lang: string, words: Pick<HoursWords, "week">): HoursRow[] {
  return WEEKDAYS.map((day) => ({
    day: capitalize(nameOf(day, lang), lang),
    ranges: rangesOn(hours, day).map((range) => {
      const times = `${formatTime(range.opens)}–${formatTime(range.closes)}`;
      const note = noteOf(range, lang, words);
      return note === "" ? { times } : { times, note };
    }),
  }));
}

/** Making a date format takes far longer than the name of a day. */
const nameOf = memoize(weekdayName);

/** The hours in words: "lunedì e martedì dalle 9:00 alle 11:00, martedì dalle 15:00 alle 17:00". */
export function hoursSentence(hours: Hours, lang: string, words: HoursWords): string {
  const list = new Intl.ListFormat(localeOf(lang), { type: "conjunction" });
  return hours
    .map((range) => {
      const { days, opens, closes } = range;
      const names = list.format(days.map((day) => nameOf(day, lang)));
      const times = words.range({ opens: formatTime(opens), closes: formatTime(closes) });
      const note = noteOf(range, lang, words);
      // If a range applies to every day, the days need no names.
      const when = days.length === WEEKDAYS.length ? times : `${names} ${times}`;
      return note === "" ? when : `${when} (${note})`;
    })
    .join(commaOf(lang));
}

/** True if the line answers day and night, on holidays too. */
export function isAlwaysOpen({ hours, openOnHolidays }: Contact): boolean {
  return (
    openOnHolidays === true &&
    WEEKDAYS.every((day) =>
      rangesOn(hours, day).some(
        ({ opens, closes, weeks }) =>
          formatTime(opens) === "0:00" && closes === "24:00" && weeks === undefined,
      ),
    )
  );
}

/** Lists the names of languages in another language: "arabo e cinese". */
export function languageList(codes: readonly string[], lang: string): string {
  const names = new Intl.DisplayNames(localeOf(lang), { type: "language" });
  const list = new Intl.ListFormat(localeOf(lang), { type: "conjunction" });
  return list.format(codes.map((code) => names.of(code) ?? code));
}

/**
 * What a language calls today, tomorrow and the days from Monday to Sunday. The page includes these
 * words because not every browser knows every language: Chromium writes Albanian days in English.
 */
export function dayWords(lang: string): string[] {
  return [relativeDay(0, lang), relativeDay(1, lang), ...WEEKDAYS.map((day) => nameOf(day, lang))];
}

/**
 * In which weeks of the month a range applies, and which languages are spoken then. Empty
 * if it has no such limits.
 */
function noteOf(
  { weeks, languages }: Hours[number],
  lang: string,
  { week }: Pick<HoursWords, "week">,
): string {
  const list = new Intl.ListFormat(localeOf(lang), { type: "conjunction" });
  const notes = [weeks && list.format(weeks.map(week)), languages && languageList(languages, lang)];
  return notes.filter((note) => note !== undefined).join("; ");
}

function capitalize(text: string, lang: string): string {
  return text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
}

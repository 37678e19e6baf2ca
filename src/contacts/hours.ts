import type { Contact } from "../content-model/contacts.ts";
import { localeOf } from "../shared/locale.ts";
import { formatTime, rangesOn, relativeDay, WEEKDAYS, weekdayName } from "../shared/opening-hours.ts";
import { commaOf } from "../shared/punctuation.ts";

/** A row of the table of hours: the weekday's name, capitalised, and its ranges ("9:00–11:00"), none when closed. */
export interface HoursRow {
  day: string;
  ranges: string[];
}

/** The week from Monday to Sunday, with the ranges in which the line answers. */
export function hoursRows(contact: Contact, lang: string): HoursRow[] {
  return WEEKDAYS.map((day) => ({
    day: capitalize(weekdayName(day, lang), lang),
    ranges: rangesOn(contact.hours, day).map(
      ({ opens, closes }) => `${formatTime(opens)}–${formatTime(closes)}`,
    ),
  }));
}

/**
 * The hours as words: "lunedì e martedì dalle 9:00 alle 11:00, martedì dalle 15:00 alle 17:00".
 * @param range the words of a range, from its two times.
 */
export function hoursSentence(
  contact: Contact,
  lang: string,
  range: (times: { opens: string; closes: string }) => string,
): string {
  const list = new Intl.ListFormat(localeOf(lang), { type: "conjunction" });
  return contact.hours
    .map(({ days, opens, closes }) => {
      const names = list.format(days.map((day) => weekdayName(day, lang)));
      return `${names} ${range({ opens: formatTime(opens), closes: formatTime(closes) })}`;
    })
    .join(commaOf(lang));
}

/**
 * What a language calls today, tomorrow and the days from Monday to Sunday. The page brings them along, because not
 * every browser knows every language: Chromium writes Albanian days in English.
 */
export function dayWords(lang: string): string[] {
  return [relativeDay(0, lang), relativeDay(1, lang), ...WEEKDAYS.map((day) => weekdayName(day, lang))];
}

function capitalize(text: string, lang: string): string {
  return text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
}

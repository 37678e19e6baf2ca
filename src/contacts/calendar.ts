import ical, {
  ICalCalendarMethod,
  ICalEventRepeatingFreq,
  ICalEventTransparency,
  ICalWeekday,
} from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";
import type { Contact } from "../content-model/schemas/contacts.ts";
import {
  addDays,
  isInWeeks,
  rangesOnDate,
  type Schedule,
  type Week,
  type Weekday,
  weekdayOf,
  type WeeklyHours,
} from "../shared/opening-hours.ts";
import { instantOf } from "../shared/time-zone.ts";
import { datesBetween } from "./schedule.ts";

const BYDAY: Record<Weekday, ICalWeekday> = {
  monday: ICalWeekday.MO,
  tuesday: ICalWeekday.TU,
  wednesday: ICalWeekday.WE,
  thursday: ICalWeekday.TH,
  friday: ICalWeekday.FR,
  saturday: ICalWeekday.SA,
  sunday: ICalWeekday.SU,
};

/** Positions of a weekday in its month: RFC 5545, section 3.3.10. */
const BYSETPOS: Record<Week, number> = { first: 1, second: 2, third: 3, fourth: 4, last: -1 };

const DAY_S = 86_400;

export interface CalendarTexts {
  /** Title of each event. */
  summary: string;
  /** Absolute address of the page that has the hours. */
  url: string;
  /** A stable, globally unique id, such as "segretariato-sociale@comune.example". */
  uid: string;
}

/** A range that recurs on some weekdays, and the first and last date on which it may. */
interface Rule {
  id: string;
  range: WeeklyHours;
  days: readonly Weekday[];
  from: string;
  to: string;
}

/**
 * The hours of a telephone line as an iCalendar file (RFC 5545). Each range is one event,
 * repeated until the last date for which the schedule knows the closed days, and without these.
 * Only dates on which the range would fall are excluded, because some readers treat any other
 * excluded date as an opening. Times are in the line's time zone. Every line of the file,
 * including the last, ends with CRLF.
 *
 * A subscribed calendar asks again every day (REFRESH-INTERVAL, RFC 7986). If the contact says when
 * it was last changed, calendars use that day to tell which version is newer.
 */
export function lineCalendar(
  contact: Contact,
  schedule: Schedule,
  texts: CalendarTexts,
  today: Date,
): string {
  const calendar = ical({
    // The library escapes the texts of events, but not this one.
    name: escapeText(texts.summary),
    prodId: { company: "Segretariato sociale", product: "Orari" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: DAY_S,
    timezone: {
      name: null,
      generator: (zone) => tzlib_get_ical_block(zone)[0] ?? null,
    },
  });
  const changed = contact.updated === undefined ? undefined : new Date(contact.updated);
  for (const { id, range, days, from, to } of rulesOf(schedule, today.toISOString().slice(0, 10))) {
    const dates = datesBetween(from, to).filter(
      (date) => days.includes(weekdayOf(date)) && isInWeeks(date, range.weeks),
    );
    const [first] = dates;
    const last = dates.at(-1);
    const exclude = dates.filter((date) => !rangesOnDate(schedule, date).includes(range));
    if (first === undefined || last === undefined || exclude.length === dates.length) continue;
    calendar.createEvent({
      id: `${id}-${texts.uid}`,
      stamp: changed ?? today,
      ...(changed && { sequence: changed.getTime() / 1000 / DAY_S }),
      start: localTime(first, range.opens),
      end: localTime(first, range.closes),
      floating: false,
      timezone: contact.timeZone,
      summary: texts.summary,
      description: contact.phone,
      url: texts.url,
      transparency: ICalEventTransparency.TRANSPARENT,
      repeating: {
        freq: range.weeks ? ICalEventRepeatingFreq.MONTHLY : ICalEventRepeatingFreq.WEEKLY,
        byDay: days.map((day) => BYDAY[day]),
        ...(range.weeks && { bySetPos: range.weeks.map((week) => BYSETPOS[week]) }),
        until: instantOf(localTime(last, range.opens), contact.timeZone),
        // Readers do not understand an EXDATE without dates.
        ...(exclude.length > 0 && { exclude: exclude.map((date) => localTime(date, range.opens)) }),
      },
    });
  }
  return `${calendar.toString()}\r\n`;
}

/**
 * The ranges of the schedule from a date on. A range that is limited to some weeks of the month
 * becomes one rule for each weekday, because BYSETPOS needs it.
 */
function rulesOf({ hours, otherHours = [], knownUntil }: Schedule, today: string): Rule[] {
  const weekly = hours.map((range, index) => ({ id: `${index + 1}`, range, from: today, to: knownUntil }));
  const others = otherHours.flatMap(({ from, to, hours: ranges }) =>
    ranges.map((range, index) => ({
      id: `${from}-${index + 1}`,
      range,
      from: from > today ? from : today,
      to: to < knownUntil ? to : knownUntil,
    })),
  );
  return [...weekly, ...others].flatMap(({ id, range, ...dates }) =>
    range.weeks
      ? range.days.map((day) => ({ id: `${id}-${day}`, range, days: [day], ...dates }))
      : [{ id, range, days: range.days, ...dates }],
  );
}

/** A value of the type TEXT: https://www.rfc-editor.org/rfc/rfc5545#section-3.3.11 */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n?|\n/g, "\\n");
}

/** RFC 5545 has no 24:00, so the end of a day is written as the next day's midnight. */
function localTime(date: string, time: string): string {
  if (time === "24:00") return localTime(addDays(date, 1), "0:00");
  return `${date}T${time.padStart(5, "0")}:00`;
}

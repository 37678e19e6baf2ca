import ical, {
  ICalCalendarMethod,
  ICalEventRepeatingFreq,
  ICalEventTransparency,
  ICalWeekday,
} from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";
import type { Contact } from "../content-model/contacts.ts";
import { addDays, type Schedule, type Weekday, weekdayOf, WEEKDAYS } from "../shared/opening-hours.ts";

const BYDAY: Record<Weekday, ICalWeekday> = {
  monday: ICalWeekday.MO,
  tuesday: ICalWeekday.TU,
  wednesday: ICalWeekday.WE,
  thursday: ICalWeekday.TH,
  friday: ICalWeekday.FR,
  saturday: ICalWeekday.SA,
  sunday: ICalWeekday.SU,
};

export interface CalendarTexts {
  /** Title of each event. */
  summary: string;
  /** Page where the hours are kept, absolute. */
  url: string;
  /** Stable and unique in the world, e.g. "segretariato-sociale@comune.example". */
  uid: string;
}

/**
 * The hours of a telephone line as an iCalendar file (RFC 5545): one event a weekly range, repeated every week as far as
 * the schedule knows the closed dates, without those. Only dates on which the range falls are excepted: some readers open
 * the line on the others. Times are local to the line's time zone; each line, the last one too, ends with CRLF.
 */
export function lineCalendar(
  contact: Contact,
  schedule: Schedule,
  texts: CalendarTexts,
  today: Date,
): string {
  const calendar = ical({
    name: texts.summary,
    prodId: { company: "Segretariato sociale", product: "Orari" },
    method: ICalCalendarMethod.PUBLISH,
    timezone: {
      name: null,
      generator: (zone) => tzlib_get_ical_block(zone)[0] ?? null,
    },
  });
  contact.hours.forEach(({ days, opens, closes }, index) => {
    const date = nextDate(days, today);
    calendar.createEvent({
      id: `${index + 1}-${texts.uid}`,
      stamp: today,
      start: localTime(date, opens),
      end: localTime(date, closes),
      floating: false,
      timezone: contact.timeZone,
      summary: texts.summary,
      description: contact.phone,
      url: texts.url,
      transparency: ICalEventTransparency.TRANSPARENT,
      repeating: {
        freq: ICalEventRepeatingFreq.WEEKLY,
        byDay: days.map((day) => BYDAY[day]),
        until: lastMoment(schedule.knownUntil),
        exclude: schedule.closedDates
          .filter((closed) => closed >= date && days.includes(weekdayOf(closed)))
          .map((closed) => localTime(closed, opens)),
      },
    });
  });
  return `${calendar.toString()}\r\n`;
}

/** When a date is over everywhere: in RRULE, UNTIL is in UTC (RFC 5545, section 3.3.10). */
function lastMoment(date: string): Date {
  return new Date(`${date}T23:59:59Z`);
}

/** The first date, today included, that falls on one of the days. */
function nextDate(days: readonly Weekday[], today: Date): string {
  const date = new Date(today);
  while (!days.some((day) => WEEKDAYS.indexOf(day) === (date.getUTCDay() + 6) % 7)) {
    date.setUTCDate(date.getUTCDate() + 1);
  }
  return date.toISOString().slice(0, 10);
}

/** RFC 5545 has no 24:00: the end of a day is the next one's midnight. */
function localTime(date: string, time: string): string {
  if (time === "24:00") return localTime(addDays(date, 1), "0:00");
  return `${date}T${time.padStart(5, "0")}:00`;
}

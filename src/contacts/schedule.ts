import Holidays from "date-holidays";
import type { Contact } from "../content-model/schemas/contacts.ts";
import { memoize } from "../shared/memoize.ts";
import { addDays, type Schedule } from "../shared/opening-hours.ts";

/** For how many years a build knows the public holidays, including the current year. */
const YEARS_AHEAD = 3;

/**
 * What the browser needs to say whether a line answers now: the weekly hours, and every closed
 * date that the build knows. These are the editors' closures and, unless the line answers on
 * them, the public holidays.
 * @param today the build's date, from which the holidays are listed
 * @see https://github.com/commenthol/date-holidays
 */
export function lineSchedule(contact: Contact, today: Date): Schedule {
  const years = Array.from({ length: YEARS_AHEAD }, (_, offset) => today.getUTCFullYear() + offset);
  const firstDate = today.toISOString().slice(0, 10);
  const knownUntil = `${years.at(-1)}-12-31`;
  const closures = contact.closures.flatMap(({ from, to }) =>
    datesBetween(from > firstDate ? from : firstDate, to < knownUntil ? to : knownUntil),
  );
  const closedOn = contact.openOnHolidays === true ? [] : publicHolidays(contact.publicHolidays, years);
  const otherHours = contact.otherHours
    .filter(({ to }) => to >= firstDate)
    .map(({ from, to, hours }) => ({ from, to, hours }))
    // The shortest comes first, so that a single date within a season has its own hours.
    .toSorted((a, b) => lengthOf(a) - lengthOf(b));
  const isOneDay = (date: string) => otherHours.some(({ from, to }) => from === date && to === date);
  const dates = [...closedOn.filter((date) => !isOneDay(date)), ...closures];
  return {
    timeZone: contact.timeZone,
    hours: contact.hours.map(({ days, weeks, opens, closes }) => ({
      days,
      ...(weeks && { weeks }),
      opens,
      closes,
    })),
    ...(otherHours.length > 0 && { otherHours }),
    closedDates: [...new Set(dates)].filter((date) => date >= firstDate).sort(),
    knownUntil,
  };
}

function lengthOf({ from, to }: { from: string; to: string }): number {
  return Date.parse(to) - Date.parse(from);
}

/**
 * The holidays of a country. Every page that shows a line asks for them, and working them out takes
 * longer than drawing the page.
 */
const publicHolidays = memoize((country: string, years: readonly number[]) => {
  const holidays = new Holidays(country);
  return years
    .flatMap((year) => holidays.getHolidays(year))
    .filter(({ type }) => type === "public")
    .map(({ date }) => date.slice(0, 10));
});

/** Every date from one to another, both included. Empty if `from` is after `to`. */
export function datesBetween(from: string, to: string): string[] {
  const dates: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
  return dates;
}

import { siteToday } from "../../src/shared/site-today.ts";

/**
 * Days to test with that lie ahead of the build's, whatever day it is built on: a page forgets the holidays that are over.
 * In the middle of November no Italian public holiday falls, and Italy is an hour ahead of UTC.
 */
const YEAR = siteToday(process.env).getUTCFullYear();

/** Public holidays of winter, each followed by a day that is none. */
const HOLIDAYS = ["01-06", "11-01", "12-08"];

const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** An instant of Rome on a day of a week without holidays: `atRome("tuesday", "9:30")`. */
export function atRome(day: (typeof WEEK)[number], time: string): string {
  const date = new Date(Date.UTC(YEAR + 1, 10, 10));
  while (date.getUTCDay() !== 1) date.setUTCDate(date.getUTCDate() + 1);
  date.setUTCDate(date.getUTCDate() + WEEK.indexOf(day));
  return romeTime(date.toISOString().slice(0, 10), time);
}

/** The same on a coming public holiday that falls on one of the days. */
export function atHoliday(days: readonly (typeof WEEK)[number][], time: string): string {
  const dates = [YEAR + 1, YEAR + 2].flatMap((year) => HOLIDAYS.map((date) => `${year}-${date}`));
  const date = dates.find((candidate) => {
    const day = WEEK[(new Date(candidate).getUTCDay() + 6) % 7];
    return day !== undefined && days.includes(day);
  });
  if (date === undefined) throw new Error(`No holiday of ${dates.join(", ")} falls on ${days.join(" or ")}.`);
  return romeTime(date, time);
}

function romeTime(date: string, time: string): string {
  return `${date}T${time.padStart(5, "0")}:00+01:00`;
}

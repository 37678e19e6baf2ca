import { siteToday } from "../../src/shared/site-today.ts";

/**
 * Days for tests. They lie ahead of the build's day, whenever it runs, because a page drops
 * holidays that are over. Mid-November has no Italian public holiday, and Italy is then an hour
 * ahead of UTC.
 */
const YEAR = siteToday(process.env).getUTCFullYear();

/** Public holidays in winter, each followed by an ordinary day. */
const HOLIDAYS = ["01-06", "11-01", "12-08"];

const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** A time in Rome in a week without holidays: `atRome("tuesday", "9:30")`. */
export function atRome(day: (typeof WEEK)[number], time: string): string {
  const date = new Date(Date.UTC(YEAR + 1, 10, 10));
  while (date.getUTCDay() !== 1) date.setUTCDate(date.getUTCDate() + 1);
  date.setUTCDate(date.getUTCDate() + WEEK.indexOf(day));
  return romeTime(date.toISOString().slice(0, 10), time);
}

/** A time on the next public holiday that falls on one of the given days of the week. */
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

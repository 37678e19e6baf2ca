import { addDays } from "../../shared/opening-hours.ts";

const italianDay = new Intl.DateTimeFormat("it", { timeZone: "UTC", day: "numeric", month: "long" });

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const daysSinceMonday = (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -daysSinceMonday);
}

/** A day as Italians write it, such as «30 novembre». */
export function dayInWords(day: string): string {
  return italianDay.format(new Date(`${day}T00:00Z`));
}

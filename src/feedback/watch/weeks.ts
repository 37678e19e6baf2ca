import { addDays } from "../../shared/opening-hours.ts";
import { dayIn } from "../../shared/time-zone.ts";

const italianDay = new Intl.DateTimeFormat("it", { timeZone: "UTC", day: "numeric", month: "long" });

/** The day in Italy, such as `2026-11-30`. */
export function romeDay(moment: Date): string {
  return dayIn("Europe/Rome", moment);
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const daysSinceMonday = (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -daysSinceMonday);
}

/** A day as Italians write it, such as «30 novembre». */
export function dayInWords(day: string): string {
  return italianDay.format(new Date(`${day}T00:00Z`));
}

import { memoize } from "./memoize.ts";

/**
 * The moment at which a clock in a time zone shows a date and time.
 * @param local such as `2026-12-24T09:00`; a date alone means its midnight
 * @param timeZone an IANA name, such as "Europe/Rome"
 */
export function instantOf(local: string, timeZone: string): Date {
  const wall = Date.parse(local.includes("T") ? `${local}Z` : `${local}T00:00Z`);
  return new Date(wall - offsetAt(wall - offsetAt(wall, timeZone), timeZone));
}

/** The day in Italy at a moment, such as `2026-12-24`. */
export function romeDay(moment: Date): string {
  return formatOf("Europe/Rome").format(moment).slice(0, 10);
}

/** Swedish writes dates as ISO 8601. */
const formatOf = memoize(
  (timeZone: string) => new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short", timeStyle: "medium" }),
);

/** Milliseconds by which the zone is ahead of UTC at a moment. */
function offsetAt(moment: number, timeZone: string): number {
  const wall = formatOf(timeZone).format(moment);
  return Date.parse(`${wall.replace(" ", "T")}Z`) - Math.floor(moment / 1000) * 1000;
}

/**
 * The moment that a wall clock shows in a time zone.
 * @param local `2026-12-24T09:00`, or a date for its midnight
 * @param timeZone an IANA name, "Europe/Rome"
 */
export function instantOf(local: string, timeZone: string): Date {
  const wall = Date.parse(local.includes("T") ? `${local}Z` : `${local}T00:00Z`);
  return new Date(wall - offsetAt(wall - offsetAt(wall, timeZone), timeZone));
}

/** Milliseconds by which the zone's wall clock is ahead of UTC at a moment; Swedish writes dates as ISO 8601 has them. */
function offsetAt(moment: number, timeZone: string): number {
  const wall = new Date(moment).toLocaleString("sv", { timeZone });
  return Date.parse(`${wall.replace(" ", "T")}Z`) - Math.floor(moment / 1000) * 1000;
}

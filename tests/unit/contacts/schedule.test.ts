import { describe, expect, it } from "vitest";
import { lineSchedule } from "../../../src/contacts/schedule.ts";
import { WEEKDAYS } from "../../../src/shared/opening-hours.ts";
import { LINE } from "./line.ts";

const NEW_YEAR = new Date("2026-01-01T09:00:00Z");
const closing = (from: string, to: string) => ({ ...LINE, closures: [{ from, to, reason: "Ferie" }] });
const closedIn = (month: string, from: string, to: string) =>
  lineSchedule(closing(from, to), NEW_YEAR).closedDates.filter((date) => date.startsWith(month));

describe("the schedule of a line", () => {
  it("is closed on the national public holidays, Easter Monday included", () => {
    const { closedDates } = lineSchedule(LINE, NEW_YEAR);
    // Laws 260/1949 and 151/2025, of which the latter restored 4 October.
    expect(closedDates.filter((date) => date.startsWith("2026"))).toEqual([
      "2026-01-01",
      "2026-01-06",
      "2026-04-05",
      "2026-04-06",
      "2026-04-25",
      "2026-05-01",
      "2026-06-02",
      "2026-08-15",
      "2026-10-04",
      "2026-11-01",
      "2026-12-08",
      "2026-12-25",
      "2026-12-26",
    ]);
  });

  it("finds the moving Easter Monday in each year that it knows", () => {
    expect(lineSchedule(LINE, NEW_YEAR).closedDates).toEqual(
      expect.arrayContaining(["2026-04-06", "2027-03-29", "2028-04-17"]),
    );
  });

  it("knows the holidays of this year and the two after, and says so", () => {
    const { closedDates, knownUntil } = lineSchedule(LINE, NEW_YEAR);
    expect(knownUntil).toBe("2028-12-31");
    expect(closedDates.at(-1)).toBe("2028-12-26");
  });

  it("takes the holidays of the line's country", () => {
    const { closedDates } = lineSchedule({ ...LINE, publicHolidays: "FR" }, NEW_YEAR);
    expect(closedDates).toContain("2026-07-14");
    expect(closedDates).not.toContain("2026-06-02");
  });

  it("is closed on its closures only when it answers on public holidays", () => {
    const line = { ...closing("2026-12-24", "2026-12-25"), openOnHolidays: true };
    expect(lineSchedule(line, NEW_YEAR).closedDates).toEqual(["2026-12-24", "2026-12-25"]);
  });

  it("leaves out the days that are over", () => {
    const { closedDates } = lineSchedule(closing("2026-11-01", "2026-11-30"), new Date("2026-11-29T12:00Z"));
    expect(closedDates.slice(0, 3)).toEqual(["2026-11-29", "2026-11-30", "2026-12-08"]);
  });

  it("is closed on every day of an editor's closure, ends included, over the end of a month", () => {
    expect(closedIn("2027-02", "2027-02-26", "2027-03-02")).toEqual([
      "2027-02-26",
      "2027-02-27",
      "2027-02-28",
    ]);
    expect(closedIn("2027-03", "2027-02-26", "2027-03-02")).toEqual([
      "2027-03-01",
      "2027-03-02",
      "2027-03-28",
      "2027-03-29",
    ]);
  });

  it("lists no day of a closure beyond the years that it knows", () => {
    const { closedDates, knownUntil } = lineSchedule(closing("2028-12-30", "2062-01-06"), NEW_YEAR);
    expect(closedDates.slice(-2)).toEqual(["2028-12-30", "2028-12-31"]);
    expect(closedDates.at(-1)).toBe(knownUntil);
    const { closedDates: after } = lineSchedule(closing("2029-01-01", "2029-01-06"), NEW_YEAR);
    expect(after).toEqual(lineSchedule(LINE, NEW_YEAR).closedDates);
  });

  it("lists no day of a closure that is over", () => {
    const { closedDates } = lineSchedule(closing("1926-01-01", "2025-12-31"), NEW_YEAR);
    expect(closedDates).toEqual(lineSchedule(LINE, NEW_YEAR).closedDates);
  });

  it("does not skip a day of a closure when daylight saving begins or ends", () => {
    expect(closedIn("2026-10", "2026-10-24", "2026-10-26")).toEqual([
      "2026-10-04",
      "2026-10-24",
      "2026-10-25",
      "2026-10-26",
    ]);
  });

  it("closes for a single day", () => {
    expect(closedIn("2026-09", "2026-09-14", "2026-09-14")).toEqual(["2026-09-14"]);
  });

  it("lists a day once, in order, when a closure and a holiday fall together", () => {
    expect(closedIn("2026-12", "2026-12-24", "2026-12-27")).toEqual([
      "2026-12-08",
      "2026-12-24",
      "2026-12-25",
      "2026-12-26",
      "2026-12-27",
    ]);
  });

  it("answers on a holiday that has hours of its own, but not on one within a season", () => {
    const ranges = [{ days: [...WEEKDAYS], opens: "9:00", closes: "10:00" }];
    const otherHours = [
      { from: "2026-05-25", to: "2026-08-31", hours: ranges },
      { from: "2026-06-02", to: "2026-06-02", hours: ranges },
    ];
    const schedule = lineSchedule({ ...LINE, otherHours }, NEW_YEAR);
    expect(schedule.closedDates).toContain("2026-08-15");
    expect(schedule.closedDates).not.toContain("2026-06-02");
    expect(schedule.otherHours?.map(({ from }) => from)).toEqual(["2026-06-02", "2026-05-25"]);
  });

  it("passes the weekly hours and the time zone on", () => {
    const { hours, timeZone } = lineSchedule(LINE, NEW_YEAR);
    expect({ hours, timeZone }).toEqual({ hours: LINE.hours, timeZone: "Europe/Rome" });
  });
});

import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, it } from "vitest";
import { lineCalendar } from "../../../src/contacts/calendar.ts";
import { lineSchedule } from "../../../src/contacts/schedule.ts";
import type { Contact } from "../../../src/content-model/schemas/contacts.ts";
import { rangesOnDate, WEEKDAYS } from "../../../src/shared/opening-hours.ts";
import { LINE } from "./line.ts";

const TODAY = new Date("2026-11-25T05:20:30Z");
/** Two years to the end of autumn, so that the clock changes in both directions. */
const LAST_DAY = "2028-11-30";
const TEXTS = {
  summary: "Sportello, il telefono; risponde",
  url: "https://aiuto.internal/",
  uid: "a@aiuto.internal",
};

/** Hours of each kind, and two closures that include days without hours. */
const line: Contact = {
  ...LINE,
  hours: [
    ...LINE.hours,
    { days: ["wednesday", "saturday"], weeks: ["first", "last"], opens: "9:00", closes: "11:00" },
  ],
  otherHours: [
    // A summer, a date within it, and hours to midnight that must not continue on the next day.
    {
      from: "2027-06-15",
      to: "2027-09-10",
      hours: [{ days: ["monday", "friday"], opens: "8:00", closes: "9:00" }],
    },
    {
      from: "2027-07-02",
      to: "2027-07-02",
      hours: [{ days: [...WEEKDAYS], opens: "14:00", closes: "15:00" }],
    },
    {
      from: "2028-02-01",
      to: "2028-02-03",
      hours: [{ days: [...WEEKDAYS], opens: "0:00", closes: "24:00" }],
    },
    // A holiday on which somebody answers.
    {
      from: "2027-12-08",
      to: "2027-12-08",
      hours: [{ days: [...WEEKDAYS], opens: "9:30", closes: "10:00" }],
    },
  ],
  closures: [
    { from: "2026-12-24", to: "2027-01-03", reason: "Chiusura di fine anno" },
    { from: "2027-08-09", to: "2027-08-22", reason: "Ferie" },
  ],
};
const schedule = lineSchedule(line, TODAY);
const file = lineCalendar(line, schedule, TEXTS, TODAY);

/**
 * The openings that readers must show, such as `2026-11-26 09:00`, derived from the hours alone.
 */
function expectedOpenings(): string[] {
  const openings: string[] = [];
  for (let day = new Date("2026-11-25"); ; day.setUTCDate(day.getUTCDate() + 1)) {
    const date = day.toISOString().slice(0, 10);
    if (date > LAST_DAY) return openings;
    for (const { opens } of rangesOnDate(schedule, date)) openings.push(`${date} ${opens.padStart(5, "0")}`);
  }
}

function icalJsOpenings(): string[] {
  const events = new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents("vevent");
  return events
    .flatMap((component) => {
      const starts: string[] = [];
      const iterator = new ICAL.Event(component).iterator();
      for (let next = iterator.next() as ICAL.Time | null; next; next = iterator.next() as ICAL.Time | null)
        starts.push(next.toString().slice(0, 16).replace("T", " "));
      return starts;
    })
    .filter((start) => start.slice(0, 10) <= LAST_DAY)
    .sort();
}

function nodeIcalOpenings(): string[] {
  const events = Object.values(nodeIcal.sync.parseICS(file)).filter((entry) => entry?.type === "VEVENT");
  return events
    .flatMap((event) =>
      nodeIcal.expandRecurringEvent(event, { from: TODAY, to: new Date(`${LAST_DAY}T23:59:59Z`) }),
    )
    .map(({ start }) => start.toLocaleString("sv", { timeZone: line.timeZone }).slice(0, 16))
    .sort();
}

describe("two independent readers of the calendar", () => {
  it("find the same openings in two years, of every kind of hours, without those of two closures", () => {
    const expected = expectedOpenings();
    expect(expected).toEqual(
      expect.arrayContaining(["2027-07-02 14:00", "2028-02-03 00:00", "2027-12-08 09:30"]),
    );
    expect(expected.length).toBeGreaterThan(400);
    expect(icalJsOpenings()).toEqual(expected);
    expect(nodeIcalOpenings()).toEqual(expected);
  });

  it("find no opening beyond the last day whose holidays are known", () => {
    const event = new ICAL.Component(ICAL.parse(file) as unknown[]).getFirstSubcomponent("vevent");
    const rule = event?.getFirstPropertyValue("rrule");
    expect(String(rule)).toContain("UNTIL=20281229T080000Z");
  });

  it("read a text with the format's own signs as it was written", () => {
    const event = new ICAL.Component(ICAL.parse(file) as unknown[]).getFirstSubcomponent("vevent");
    expect(event?.getFirstPropertyValue("summary")).toBe(TEXTS.summary);
  });
});

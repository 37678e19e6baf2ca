import { describe, expect, it } from "vitest";
import { lineCalendar } from "../../../src/contacts/calendar.ts";
import { lineSchedule } from "../../../src/contacts/schedule.ts";
import { parseCalendar, parseRule } from "./icalendar.ts";
import { LINE } from "./line.ts";

/** A Wednesday, when the line is closed. */
const TODAY = new Date("2026-11-25T10:20:30Z");
const TEXTS = {
  summary: "Sportello: il telefono risponde",
  url: "https://aiuto.internal/amministrazione/sportello/",
  uid: "sportello@aiuto.internal",
};

const file = lineCalendar(LINE, lineSchedule(LINE, TODAY), TEXTS, TODAY);
const calendar = parseCalendar(file);
const events = calendar.components
  .filter(({ name }) => name === "VEVENT")
  .map(({ properties }) => properties);
const valuesOf = (name: string) => events.map((event) => event[name]?.value);

describe("the calendar of a line", () => {
  it("is an iCalendar object of version 2.0 that names its maker", () => {
    expect(calendar.name).toBe("VCALENDAR");
    expect(calendar.properties["VERSION"]?.value).toBe("2.0");
    expect(calendar.properties["PRODID"]?.value).toMatch(/\S/);
  });

  it("repeats each range weekly on its days", () => {
    const rules = valuesOf("RRULE").map((rule) => parseRule(rule ?? ""));
    expect(rules).toEqual([
      { FREQ: "WEEKLY", UNTIL: "20281229T080000Z", BYDAY: "MO,TU,TH,FR" },
      { FREQ: "WEEKLY", UNTIL: "20281226T140000Z", BYDAY: "TU" },
    ]);
  });

  it("starts each range on the next day that has it, at local time", () => {
    expect(valuesOf("DTSTART")).toEqual(["20261126T090000", "20261201T150000"]);
    expect(valuesOf("DTEND")).toEqual(["20261126T110000", "20261201T170000"]);
  });

  it("starts today when today has the range", () => {
    const tuesday = new Date("2026-11-24T08:00Z");
    const { components } = parseCalendar(lineCalendar(LINE, lineSchedule(LINE, tuesday), TEXTS, tuesday));
    const starts = components.map(({ properties }) => properties["DTSTART"]?.value);
    expect(starts).toEqual(expect.arrayContaining(["20261124T090000", "20261124T150000"]));
  });

  it("declares the zone of every local time, so that daylight saving moves nothing", () => {
    const zones = events.flatMap(({ DTSTART, DTEND, EXDATE }) =>
      [DTSTART, DTEND, EXDATE].map((property) => property?.parameters["TZID"]),
    );
    expect(new Set(zones)).toEqual(new Set(["Europe/Rome"]));
  });

  it("includes the rules of that zone", () => {
    const zone = calendar.components.find(({ name }) => name === "VTIMEZONE");
    expect(zone?.properties["TZID"]?.value).toBe("Europe/Rome");
    const offsets = zone?.components.map(({ name, properties }) => [name, properties["TZOFFSETTO"]?.value]);
    expect(offsets).toEqual([
      ["DAYLIGHT", "+0200"],
      ["STANDARD", "+0100"],
    ]);
  });

  it("leaves out the days on which nobody answers, each at the time of its range", () => {
    const excluded = valuesOf("EXDATE").map((dates) => dates?.split(","));
    expect(excluded[0]).toEqual(expect.arrayContaining(["20261208T090000", "20270329T090000"]));
    // Easter Monday is never a Tuesday. A reader that is told to exclude it may open the line on
    // it.
    expect(excluded[1]).toEqual(["20261208T150000", "20280425T150000", "20280815T150000", "20281226T150000"]);
  });

  it("leaves out an editor's closure", () => {
    const line = { ...LINE, closures: [{ from: "2026-12-03", to: "2026-12-04", reason: "Corso" }] };
    const { components } = parseCalendar(lineCalendar(line, lineSchedule(line, TODAY), TEXTS, TODAY));
    const [mornings] = components.filter(({ name }) => name === "VEVENT");
    expect(mornings?.properties["EXDATE"]?.value).toContain("20261203T090000,20261204T090000");
  });

  it("ends at the next day's midnight what closes at 24:00, at the end of a month too", () => {
    const line = { ...LINE, hours: [{ days: ["monday" as const], opens: "18:00", closes: "24:00" }] };
    const { components } = parseCalendar(lineCalendar(line, lineSchedule(line, TODAY), TEXTS, TODAY));
    const [event] = components.filter(({ name }) => name === "VEVENT");
    expect(event?.properties["DTSTART"]?.value).toBe("20261130T180000");
    expect(event?.properties["DTEND"]?.value).toBe("20261201T000000");
  });

  it("says in UTC when it was made", () => {
    expect(valuesOf("DTSTAMP")).toEqual(["20261125T102030Z", "20261125T102030Z"]);
  });

  it("says by the contact's own date when it was changed, and that a later change is one", () => {
    const stamps = ["2026-11-20", "2026-11-24"].map((updated) => {
      const line = { ...LINE, updated };
      const { components } = parseCalendar(lineCalendar(line, lineSchedule(line, TODAY), TEXTS, TODAY));
      const event = components.find(({ name }) => name === "VEVENT")?.properties;
      return [event?.["DTSTAMP"]?.value, Number(event?.["SEQUENCE"]?.value)] as const;
    });
    expect(stamps.map(([stamp]) => stamp)).toEqual(["20261120T000000Z", "20261124T000000Z"]);
    expect(stamps[1]?.[1]).toBe((stamps[0]?.[1] ?? NaN) + 4);
  });

  it("asks a subscribed calendar to look again every day", () => {
    expect(calendar.properties["REFRESH-INTERVAL"]).toEqual({
      parameters: { VALUE: "DURATION" },
      value: "P1D",
    });
  });

  it("has no event of a line whose hours are unknown", () => {
    const line = { ...LINE, hours: [] };
    const { components } = parseCalendar(lineCalendar(line, lineSchedule(line, TODAY), TEXTS, TODAY));
    expect(components.filter(({ name }) => name === "VEVENT")).toEqual([]);
  });

  it("says what the event is, which number to call and which page has the hours", () => {
    expect(events[0]?.["SUMMARY"]?.value).toBe(TEXTS.summary);
    expect(events[0]?.["DESCRIPTION"]?.value).toBe(LINE.phone);
    expect(events[0]?.["URL"]?.value).toBe(TEXTS.url);
  });

  it("escapes its texts, so that none begins a line of its own", () => {
    const texts = { ...TEXTS, summary: "Uno, due; tre\\\r\nATTENDEE:x\nATTACH:y" };
    const { components, properties } = parseCalendar(
      lineCalendar(LINE, lineSchedule(LINE, TODAY), texts, TODAY),
    );
    const escaped = String.raw`Uno\, due\; tre\\\nATTENDEE:x\nATTACH:y`;
    expect(properties["NAME"]?.value).toBe(escaped);
    expect(properties["X-WR-CALNAME"]?.value).toBe(escaped);
    expect(components.find(({ name }) => name === "VEVENT")?.properties["SUMMARY"]?.value).toBe(escaped);
    expect(properties).not.toHaveProperty("ATTENDEE");
    expect(properties).not.toHaveProperty("ATTACH");
  });

  it("gives each event an identity of its own that a later build repeats", () => {
    const later = new Date("2027-02-01T00:00Z");
    const again = parseCalendar(lineCalendar(LINE, lineSchedule(LINE, later), TEXTS, later));
    const repeated = again.components.flatMap(({ properties }) => properties["UID"]?.value ?? []);
    expect(repeated).toEqual(valuesOf("UID"));
    expect(new Set(repeated).size).toBe(events.length);
  });

  it("leaves the reader's time free", () => {
    expect(valuesOf("TRANSP")).toEqual(["TRANSPARENT", "TRANSPARENT"]);
  });

  it("ends its lines with CRLF and folds them at 75 octets", () => {
    const lines = file.split("\r\n");
    expect(lines.at(-1)).toBe("");
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  it("folds accented text by octets, not by characters", () => {
    const summary = "à".repeat(80);
    const accented = lineCalendar(LINE, lineSchedule(LINE, TODAY), { ...TEXTS, summary }, TODAY);
    const longest = Math.max(...accented.split("\r\n").map((line) => Buffer.byteLength(line)));
    expect(longest).toBeLessThanOrEqual(75);
    const [event] = parseCalendar(accented).components.filter(({ name }) => name === "VEVENT");
    expect(event?.properties["SUMMARY"]?.value).toBe(summary);
  });
});

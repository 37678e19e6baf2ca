import { describe, expect, it } from "vitest";
import { exceptionDates, comingExceptions } from "../../../src/contacts/exceptions.ts";
import { WEEKDAYS } from "../../../src/shared/opening-hours.ts";
import { LINE } from "./line.ts";

const YEAR_END = { from: "2026-12-24", to: "2027-01-03", reason: "Chiusura di fine anno" };
const COURSE = { from: "2026-12-07", to: "2026-12-07", reason: "Corso" };
const line = { ...LINE, closures: [YEAR_END, COURSE] };
const reasons = (today: string, days?: number) =>
  comingExceptions(line, new Date(`${today}T10:00Z`), days).map(({ reason }) => reason);

describe("the closures to come", () => {
  it("are announced soonest first, until their last day is over", () => {
    expect(reasons("2026-11-25")).toEqual(["Corso", "Chiusura di fine anno"]);
    expect(reasons("2026-12-08")).toEqual(["Chiusura di fine anno"]);
    expect(reasons("2027-01-03")).toEqual(["Chiusura di fine anno"]);
    expect(reasons("2027-01-04")).toEqual([]);
  });

  it("are announced the given number of days ahead", () => {
    expect(reasons("2026-12-02", 21)).toEqual(["Corso"]);
    expect(reasons("2026-12-03", 21)).toEqual(["Corso", "Chiusura di fine anno"]);
    expect(reasons("2026-12-23", 0)).toEqual([]);
    expect(reasons("2026-12-24", 0)).toEqual(["Chiusura di fine anno"]);
  });
});

describe("other hours to come", () => {
  it("are announced among the closures, in the order of their dates", () => {
    const short = {
      from: "2026-12-23",
      to: "2026-12-23",
      hours: [{ days: [...WEEKDAYS], opens: "9:00", closes: "10:00" }],
    };
    const found = comingExceptions({ ...line, otherHours: [short] }, new Date("2026-12-08T10:00Z"));
    expect(found.map(({ from }) => from)).toEqual(["2026-12-23", "2026-12-24"]);
  });
});

describe("the dates of a closure", () => {
  it("are a range, or one day with its weekday", () => {
    expect(exceptionDates({ from: "2026-08-10", to: "2026-08-21", reason: "" }, "it")).toBe(
      "10–21 agosto 2026",
    );
    expect(exceptionDates({ from: "2026-12-03", to: "2026-12-05", reason: "" }, "it")).toBe(
      "3–5 dicembre 2026",
    );
    expect(exceptionDates(YEAR_END, "it")).toMatch(/^24 dicembre 2026\s–\s3 gennaio 2027$/);
    expect(exceptionDates(COURSE, "it")).toBe("lunedì 7 dicembre 2026");
  });

  it("are in the language of the page", () => {
    expect(exceptionDates(COURSE, "en")).toMatch(/Monday/);
    expect(exceptionDates(YEAR_END, "fr")).toMatch(/décembre 2026.+janvier 2027/);
  });
});

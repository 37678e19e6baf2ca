import { describe, expect, it } from "vitest";
import { instant, localDateTime, longDate } from "../../../../src/config/language/dates.ts";

describe("a date for readers", () => {
  it("shows day, month, year and time as the editor wrote them", () => {
    expect(localDateTime("2024-05-02T15:33", "it")).toBe("02/05/2024, 15:33");
    expect(localDateTime("2024-12-31T00:05", "it")).toBe("31/12/2024, 00:05");
  });

  it("takes the order of the language", () => {
    expect(localDateTime("2024-05-02T15:33", "de")).toBe("02.05.2024, 15:33");
  });

  it("has the day before the month, 24 hours and the digits of the telephone numbers in every language", () => {
    expect(localDateTime("2024-05-02T15:33", "en")).toBe("02/05/2024, 15:33");
    expect(longDate("2024-05-02", "en")).toBe("2 May 2024");
    for (const lang of ["ar", "ur", "bn", "zh", "uk"]) {
      expect(localDateTime("2024-05-02T15:33", lang)).toMatch(/2024.*15:33$/);
      expect(longDate("2024-05-02", lang)).toMatch(/2024/);
    }
  });

  it("is written out with the name of the month", () => {
    expect(longDate("2024-05-02", "it")).toBe("2 maggio 2024");
    expect(longDate("2024-05-02T23:59", "it")).toBe("2 maggio 2024");
    expect(longDate("2024-05-02", "fr")).toBe("2 mai 2024");
  });
});

describe("the moment of a local date", () => {
  it.each([
    ["2024-01-15T15:33", "2024-01-15T14:33:00.000Z"],
    ["2024-05-02T15:33", "2024-05-02T13:33:00.000Z"],
    ["2024-05-02", "2024-05-01T22:00:00.000Z"],
  ])("is an hour or two ahead of Greenwich: %s is %s", (local, moment) => {
    expect(instant(local).toISOString()).toBe(moment);
  });

  it.each([
    ["2026-03-29T01:59", "2026-03-29T00:59:00.000Z"],
    ["2026-03-29T03:00", "2026-03-29T01:00:00.000Z"],
  ])("is right on both sides of the hour that spring skips: %s is %s", (local, moment) => {
    expect(instant(local).toISOString()).toBe(moment);
  });

  it.each([
    ["2026-10-25T01:59", "2026-10-24T23:59:00.000Z"],
    ["2026-10-25T03:00", "2026-10-25T02:00:00.000Z"],
  ])("is right on both sides of the hour that autumn repeats: %s is %s", (local, moment) => {
    expect(instant(local).toISOString()).toBe(moment);
  });
});

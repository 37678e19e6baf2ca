import { describe, expect, it } from "vitest";
import { siteToday } from "../../../src/shared/site-today.ts";

describe("the day of a site", () => {
  it("is the clock's when nothing is set", () => {
    const before = Date.now();
    const today = siteToday({ SITE_TODAY: "" }).getTime();
    expect(today).toBeGreaterThanOrEqual(before);
    expect(today).toBeLessThanOrEqual(Date.now());
  });

  it("is noon of the day that is set", () => {
    expect(siteToday({ SITE_TODAY: "2026-12-24" })).toEqual(new Date("2026-12-24T12:00Z"));
  });

  it("is the instant that is set, also in the night of a change of clock", () => {
    expect(siteToday({ SITE_TODAY: "2026-10-25T02:30+01:00" })).toEqual(new Date("2026-10-25T01:30Z"));
  });

  it.each(["domani", "2026-02-30", "2026-13-01", "24/12/2026", "2026-12-24T10:00"])(
    "says what to write instead of %s",
    (SITE_TODAY) => {
      expect(() => siteToday({ SITE_TODAY })).toThrow("it must be a day such as 2026-12-24");
    },
  );
});

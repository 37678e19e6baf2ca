import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import {
  dayPhrase,
  formatTime,
  lineState,
  minutesOf,
  rangesOn,
  type Schedule,
  WEEKDAYS,
  weekdayName,
  weekdayOf,
} from "../../../src/shared/opening-hours.ts";

const schedule: Schedule = {
  timeZone: "Europe/Rome",
  hours: [
    { days: ["monday", "tuesday", "thursday", "friday"], opens: "9:00", closes: "11:00" },
    { days: ["tuesday"], opens: "15:00", closes: "17:00" },
  ],
  closedDates: ["2026-12-08", "2026-12-25", "2027-01-01", "2027-01-06"],
  knownUntil: "2027-12-31",
};

const at = (instant: string, over: Partial<Schedule> = {}) =>
  lineState({ ...schedule, ...over }, new Date(instant));

const opens = (date: string, weekday: string, time: string, daysAhead: number) => ({
  open: false,
  next: { date, weekday, time, daysAhead },
});

describe("lineState", () => {
  it("is open from the first minute of a range", () => {
    expect(at("2026-11-23T08:59:59+01:00")).toEqual(opens("2026-11-23", "monday", "9:00", 0));
    expect(at("2026-11-23T09:00:00+01:00")).toEqual({ open: true, closesAt: "11:00" });
  });

  it("is open up to the last second before the closing minute, and closed at it", () => {
    expect(at("2026-11-23T10:59:59+01:00")).toEqual({ open: true, closesAt: "11:00" });
    expect(at("2026-11-23T11:00:00+01:00")).toEqual(opens("2026-11-24", "tuesday", "9:00", 1));
  });

  it("waits for the afternoon range of the same day", () => {
    expect(at("2026-11-24T12:30:00+01:00")).toEqual(opens("2026-11-24", "tuesday", "15:00", 0));
    expect(at("2026-11-24T16:59:00+01:00")).toEqual({ open: true, closesAt: "17:00" });
  });

  it("is closed all Wednesday", () => {
    expect(at("2026-11-25T09:30:00+01:00")).toEqual(opens("2026-11-26", "thursday", "9:00", 1));
    expect(at("2026-11-24T17:00:00+01:00")).toEqual(opens("2026-11-26", "thursday", "9:00", 2));
  });

  it("goes from Friday after hours to Monday", () => {
    expect(at("2026-11-27T11:00:00+01:00")).toEqual(opens("2026-11-30", "monday", "9:00", 3));
  });

  it("counts the days from the line's midnight", () => {
    expect(at("2026-11-23T23:59:59+01:00")).toEqual(opens("2026-11-24", "tuesday", "9:00", 1));
    expect(at("2026-11-24T00:00:00+01:00")).toEqual(opens("2026-11-24", "tuesday", "9:00", 0));
  });

  it("skips closed dates", () => {
    expect(at("2026-12-08T09:30:00+01:00")).toEqual(opens("2026-12-10", "thursday", "9:00", 2));
    expect(at("2026-12-24T11:00:00+01:00")).toEqual(opens("2026-12-28", "monday", "9:00", 4));
  });

  it("crosses the end of the year", () => {
    expect(at("2026-12-31T11:00:00+01:00")).toEqual(opens("2027-01-04", "monday", "9:00", 4));
  });

  it("says nothing past the last day whose closures are known", () => {
    expect(at("2026-11-23T10:00:00+01:00", { knownUntil: "2026-11-22" })).toBeUndefined();
    expect(at("2026-11-23T10:00:00+01:00", { knownUntil: "2026-11-23" })).toEqual({
      open: true,
      closesAt: "11:00",
    });
    expect(at("2026-11-27T12:00:00+01:00", { knownUntil: "2026-11-29" })).toBeUndefined();
  });

  it("says nothing of a line that never answers", () => {
    expect(at("2026-11-23T10:00:00+01:00", { hours: [] })).toBeUndefined();
  });

  it("answers on some of the month's weekdays only", () => {
    const hours = [
      { days: ["wednesday"] as const, weeks: ["first", "last"] as const, opens: "9:00", closes: "11:00" },
    ];
    expect(at("2026-11-23T10:00:00+01:00", { hours })).toEqual(opens("2026-11-25", "wednesday", "9:00", 2));
    expect(at("2026-11-25T12:00:00+01:00", { hours })).toEqual(opens("2026-12-02", "wednesday", "9:00", 7));
    // The fifth Wednesday is the last one, the fourth is not.
    expect(at("2026-12-02T12:00:00+01:00", { hours })).toEqual(opens("2026-12-30", "wednesday", "9:00", 28));
  });

  it("has other hours in a season and, within it, on a date", () => {
    const hours = [{ days: ["monday"] as const, opens: "9:00", closes: "11:00" }];
    const otherHours = [
      { from: "2026-11-30", to: "2026-11-30", hours: [{ days: WEEKDAYS, opens: "15:00", closes: "16:00" }] },
      {
        from: "2026-11-27",
        to: "2026-12-06",
        hours: [{ days: ["monday"] as const, opens: "7:00", closes: "8:00" }],
      },
    ];
    expect(at("2026-11-24T12:00:00+01:00", { hours, otherHours })).toEqual(
      opens("2026-11-30", "monday", "15:00", 6),
    );
    expect(at("2026-11-30T17:00:00+01:00", { hours, otherHours })).toEqual(
      opens("2026-12-07", "monday", "9:00", 7),
    );
  });

  it("does not close between ranges that touch", () => {
    const hours = [
      { days: ["monday"] as const, opens: "11:00", closes: "13:00" },
      { days: ["monday"] as const, opens: "9:00", closes: "11:00" },
    ];
    expect(at("2026-11-23T10:00:00+01:00", { hours })).toEqual({ open: true, closesAt: "13:00" });
  });

  it("keeps a line open up to midnight", () => {
    const hours = [{ days: ["monday"] as const, opens: "0:00", closes: "24:00" }];
    expect(at("2026-11-22T23:59:59+01:00", { hours })).toEqual(opens("2026-11-23", "monday", "0:00", 1));
    expect(at("2026-11-23T00:00:00+01:00", { hours })).toEqual({ open: true, closesAt: "24:00" });
    expect(at("2026-11-24T00:00:00+01:00", { hours })).toEqual(opens("2026-11-30", "monday", "0:00", 6));
  });

  describe("over midnight", () => {
    const always = { hours: [{ days: WEEKDAYS, opens: "0:00", closes: "24:00" }] };
    const nights = {
      hours: [
        { days: WEEKDAYS, opens: "20:00", closes: "24:00" },
        { days: WEEKDAYS, opens: "0:00", closes: "8:00" },
      ],
    };

    it("closes when the night ends on the next day", () => {
      expect(at("2026-11-23T21:00:00+01:00", nights)).toEqual({ open: true, closesAt: "8:00" });
      expect(at("2026-11-23T23:59:59+01:00", nights)).toEqual({ open: true, closesAt: "8:00" });
      expect(at("2026-11-24T00:00:00+01:00", nights)).toEqual({ open: true, closesAt: "8:00" });
    });

    it("closes at midnight before a closed day", () => {
      expect(at("2026-12-07T21:00:00+01:00", nights)).toEqual({ open: true, closesAt: "24:00" });
      expect(at("2026-12-07T21:00:00+01:00", always)).toEqual({ open: true, closesAt: "24:00" });
    });

    it("says no closing time of a line that is open day and night", () => {
      for (const time of ["00:00:00", "12:00:00", "23:59:59"]) {
        const state = at(`2026-11-23T${time}+01:00`, always);
        expect(state).toEqual({ open: true, closesAt: undefined });
      }
    });

    it("says no closing time that comes only after the same time of the next day", () => {
      const hours = [
        { days: ["monday"] as const, opens: "0:00", closes: "24:00" },
        { days: ["tuesday"] as const, opens: "0:00", closes: "8:00" },
      ];
      expect(at("2026-11-23T06:00:00+01:00", { hours })).toEqual({ open: true, closesAt: undefined });
      expect(at("2026-11-23T08:00:00+01:00", { hours })).toEqual({ open: true, closesAt: "8:00" });
    });
  });

  describe("over daylight saving changes", () => {
    const nightly = { hours: [{ days: ["sunday"] as const, opens: "1:30", closes: "4:00" }] };

    it("opens at the same wall time before and after the clock moves", () => {
      // Rome leaves summer time on 25 October 2026 at 3:00 (01:00 UTC).
      expect(at("2026-10-23T07:00:00Z")).toEqual({ open: true, closesAt: "11:00" });
      expect(at("2026-10-26T07:59:59Z")).toEqual(opens("2026-10-26", "monday", "9:00", 0));
      expect(at("2026-10-26T08:00:00Z")).toEqual({ open: true, closesAt: "11:00" });
    });

    it("stays open through the hour that comes twice", () => {
      expect(at("2026-10-25T00:30:00Z", nightly)).toEqual({ open: true, closesAt: "4:00" });
      expect(at("2026-10-25T01:30:00Z", nightly)).toEqual({ open: true, closesAt: "4:00" });
      expect(at("2026-10-25T03:00:00Z", nightly)).toEqual(opens("2026-11-01", "sunday", "1:30", 7));
    });

    it("stays open through the hour that is skipped", () => {
      // Rome enters summer time on 28 March 2027 at 2:00 (01:00 UTC).
      expect(at("2027-03-28T00:59:59Z", nightly)).toEqual({ open: true, closesAt: "4:00" });
      expect(at("2027-03-28T01:00:00Z", nightly)).toEqual({ open: true, closesAt: "4:00" });
      expect(at("2027-03-28T02:00:00Z", nightly)).toEqual(opens("2027-04-04", "sunday", "1:30", 7));
    });

    it("counts calendar days, not spans of 24 hours", () => {
      expect(at("2027-03-27T23:30:00+01:00")).toEqual(opens("2027-03-29", "monday", "9:00", 2));
      expect(at("2026-10-24T23:30:00+02:00")).toEqual(opens("2026-10-26", "monday", "9:00", 2));
    });
  });

  it.each(["Asia/Tokyo", "America/Los_Angeles", "UTC"])("gives a visitor in %s the same answer", (TZ) => {
    const module = new URL("../../../src/shared/opening-hours.ts", import.meta.url).href;
    const script = `
      import { dayPhrase, lineState } from ${JSON.stringify(module)};
      const states = ["2026-11-23T10:00:00+01:00", "2026-11-23T23:30:00+01:00", "2026-11-28T00:10:00+01:00"]
        .map((instant) => lineState(${JSON.stringify(schedule)}, new Date(instant)));
      console.log(JSON.stringify([states, states.slice(1).map(({ next }) => dayPhrase(next, "it"))]));`;
    const output = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
      env: { ...process.env, TZ },
      encoding: "utf8",
    });
    expect(JSON.parse(output)).toEqual([
      [
        { open: true, closesAt: "11:00" },
        opens("2026-11-24", "tuesday", "9:00", 1),
        opens("2026-11-30", "monday", "9:00", 2),
      ],
      ["domani", "lunedì"],
    ]);
  });
});

describe("dayPhrase", () => {
  const phrase = (date: string, daysAhead: number, lang = "it") =>
    dayPhrase({ date, daysAhead, weekday: weekdayOf(date), time: "9:00" }, lang);

  it("says today and tomorrow by name", () => {
    expect(phrase("2026-11-24", 0)).toBe("oggi");
    expect(phrase("2026-11-24", 1)).toBe("domani");
  });

  it("says the weekday within the week", () => {
    expect(phrase("2026-11-24", 2)).toBe("martedì");
    expect(phrase("2026-11-24", 6)).toBe("martedì");
  });

  it("adds the date from a week on, when the weekday alone would mislead", () => {
    expect(phrase("2027-01-07", 7)).toBe("giovedì 7 gennaio");
  });

  it("speaks the language of the page", () => {
    expect(phrase("2026-11-24", 1, "en")).toBe("tomorrow");
    expect(phrase("2026-11-24", 3, "en")).toBe("Tuesday");
    expect(phrase("2027-01-07", 7, "en")).toBe("Thursday, 7 January");
  });

  it("writes the digits of the times in every language", () => {
    for (const lang of ["ar", "bn", "ur"]) expect(phrase("2027-01-07", 7, lang)).toMatch(/7/);
  });

  it("takes the page's words where the browser does not know the language, and only there", () => {
    const words = [
      "sot",
      "nesër",
      "e hënë",
      "e martë",
      "e mërkurë",
      "e enjte",
      "e premte",
      "e shtunë",
      "e diel",
    ];
    const say = (date: string, daysAhead: number, lang: string) =>
      dayPhrase({ date, daysAhead, weekday: weekdayOf(date), time: "9:00" }, lang, words);
    // `qaa` is a code for no language.
    expect([0, 1].map((daysAhead) => say("2026-11-24", daysAhead, "qaa"))).toEqual(["sot", "nesër"]);
    expect(say("2026-11-29", 5, "qaa")).toBe("e diel");
    expect(say("2027-01-07", 7, "qaa")).toBe("e enjte 7/1");
    expect(say("2026-11-24", 1, "it")).toBe("domani");
  });
});

describe("formatting", () => {
  it("writes times without a leading zero", () => {
    expect(["09:00", "9:00", "15:30", "00:15", "0:15"].map(formatTime)).toEqual([
      "9:00",
      "9:00",
      "15:30",
      "0:15",
      "0:15",
    ]);
  });

  it("reads times as minutes since midnight", () => {
    expect(["0:00", "9:05", "09:05", "24:00"].map(minutesOf)).toEqual([0, 545, 545, 1440]);
  });

  it("names weekdays", () => {
    expect(weekdayName("monday", "it")).toBe("lunedì");
    expect(weekdayName("sunday", "it")).toBe("domenica");
    expect(weekdayName("wednesday", "en")).toBe("Wednesday");
    expect(weekdayOf("2026-11-23")).toBe("monday");
    expect(weekdayOf("2026-11-29")).toBe("sunday");
  });

  it("lists a day's ranges earliest first", () => {
    expect(rangesOn(schedule.hours, "tuesday").map(({ opens }) => opens)).toEqual(["9:00", "15:00"]);
    expect(rangesOn(schedule.hours, "wednesday")).toEqual([]);
  });
});

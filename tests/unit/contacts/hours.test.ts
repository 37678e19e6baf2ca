import { describe, expect, it } from "vitest";
import { dayWords, hoursRows, hoursSentence } from "../../../src/contacts/hours.ts";
import { LINE } from "./line.ts";

describe("the table of hours", () => {
  it("gives the whole week from Monday, with no ranges on the days without answer", () => {
    expect(hoursRows(LINE, "it")).toEqual([
      { day: "Lunedì", ranges: ["9:00–11:00"] },
      { day: "Martedì", ranges: ["9:00–11:00", "15:00–17:00"] },
      { day: "Mercoledì", ranges: [] },
      { day: "Giovedì", ranges: ["9:00–11:00"] },
      { day: "Venerdì", ranges: ["9:00–11:00"] },
      { day: "Sabato", ranges: [] },
      { day: "Domenica", ranges: [] },
    ]);
  });

  it("orders the ranges of a day by time, however the editor wrote them", () => {
    const rows = hoursRows({ ...LINE, hours: LINE.hours.toReversed() }, "it");
    expect(rows[1]).toEqual({ day: "Martedì", ranges: ["9:00–11:00", "15:00–17:00"] });
  });

  it("writes a time as it is read, whether the editor wrote its zero or not", () => {
    const rows = hoursRows({ ...LINE, hours: [{ days: ["sunday"], opens: "08:05", closes: "9:30" }] }, "it");
    expect(rows[6]).toEqual({ day: "Domenica", ranges: ["8:05–9:30"] });
  });

  it("names the days in the language of the page", () => {
    const names = (lang: string) => hoursRows(LINE, lang).map(({ day }) => day);
    expect(names("en").slice(0, 2)).toEqual(["Monday", "Tuesday"]);
    expect(names("fr").slice(0, 2)).toEqual(["Lundi", "Mardi"]);
    expect(names("ar").slice(0, 2)).toEqual(["الاثنين", "الثلاثاء"]);
  });
});

describe("the hours as words", () => {
  it("joins the days of a range as the language does, range after range", () => {
    const sentence = hoursSentence(LINE, "it", ({ opens, closes }) => `dalle ${opens} alle ${closes}`);
    expect(sentence).toBe(
      "lunedì, martedì, giovedì e venerdì dalle 9:00 alle 11:00, martedì dalle 15:00 alle 17:00",
    );
  });

  it("takes the words of a range from the caller and the days from the language", () => {
    const sentence = hoursSentence(LINE, "en", ({ opens, closes }) => `from ${opens} to ${closes}`);
    expect(sentence).toBe(
      "Monday, Tuesday, Thursday and Friday from 9:00 to 11:00, Tuesday from 15:00 to 17:00",
    );
  });

  it("divides the ranges by the comma of the script", () => {
    const sentence = (lang: string) => hoursSentence(LINE, lang, ({ opens }) => opens);
    expect(sentence("ar")).toMatch(/ 9:00، الثلاثاء 15:00$/);
    expect(sentence("zh")).toMatch(/ 9:00，星期二 15:00$/);
    expect(sentence("uk")).toMatch(/ 9:00, вівторок 15:00$/);
  });
});

describe("the names of the days", () => {
  it("are those of today, tomorrow and the week from Monday, whatever the browser knows", () => {
    expect(dayWords("sq")).toEqual([
      "sot",
      "nesër",
      "e hënë",
      "e martë",
      "e mërkurë",
      "e enjte",
      "e premte",
      "e shtunë",
      "e diel",
    ]);
  });
});

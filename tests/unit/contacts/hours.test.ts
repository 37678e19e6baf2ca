import { describe, expect, it } from "vitest";
import {
  dayWords,
  hoursRows,
  hoursSentence,
  type HoursWords,
  isAlwaysOpen,
  languageList,
} from "../../../src/contacts/hours.ts";
import { WEEKDAYS, type WeeklyHours } from "../../../src/shared/opening-hours.ts";
import { LINE } from "./line.ts";

const WORDS: HoursWords = {
  range: ({ opens, closes }) => `dalle ${opens} alle ${closes}`,
  week: (week) => (week === "last" ? "l'ultimo del mese" : "il primo del mese"),
};
const rows = (hours: readonly WeeklyHours[], lang = "it") => hoursRows(hours, lang, WORDS);

describe("the table of hours", () => {
  it("gives the whole week from Monday, with no ranges on the days without answer", () => {
    expect(rows(LINE.hours)).toEqual([
      { day: "Lunedì", ranges: [{ times: "9:00–11:00" }] },
      { day: "Martedì", ranges: [{ times: "9:00–11:00" }, { times: "15:00–17:00" }] },
      { day: "Mercoledì", ranges: [] },
      { day: "Giovedì", ranges: [{ times: "9:00–11:00" }] },
      { day: "Venerdì", ranges: [{ times: "9:00–11:00" }] },
      { day: "Sabato", ranges: [] },
      { day: "Domenica", ranges: [] },
    ]);
  });

  it("orders the ranges of a day by time, however the editor wrote them", () => {
    const found = rows(LINE.hours.toReversed());
    expect(found[1]).toEqual({ day: "Martedì", ranges: [{ times: "9:00–11:00" }, { times: "15:00–17:00" }] });
  });

  it("writes a time as it is read, whether the editor wrote its zero or not", () => {
    const found = rows([{ days: ["sunday"], opens: "08:05", closes: "9:30" }]);
    expect(found[6]).toEqual({ day: "Domenica", ranges: [{ times: "8:05–9:30" }] });
  });

  it("names the days in the language of the page", () => {
    const names = (lang: string) => rows(LINE.hours, lang).map(({ day }) => day);
    expect(names("en").slice(0, 2)).toEqual(["Monday", "Tuesday"]);
    expect(names("fr").slice(0, 2)).toEqual(["Lundi", "Mardi"]);
    expect(names("ar").slice(0, 2)).toEqual(["الاثنين", "الثلاثاء"]);
  });
});

describe("the hours as words", () => {
  it("joins the days of a range as the language does, range after range", () => {
    const sentence = hoursSentence(LINE.hours, "it", WORDS);
    expect(sentence).toBe(
      "lunedì, martedì, giovedì e venerdì dalle 9:00 alle 11:00, martedì dalle 15:00 alle 17:00",
    );
  });

  it("takes the words of a range from the caller and the days from the language", () => {
    const sentence = hoursSentence(LINE.hours, "en", {
      ...WORDS,
      range: ({ opens, closes }) => `from ${opens} to ${closes}`,
    });
    expect(sentence).toBe(
      "Monday, Tuesday, Thursday and Friday from 9:00 to 11:00, Tuesday from 15:00 to 17:00",
    );
  });

  it("divides the ranges by the comma of the script", () => {
    const sentence = (lang: string) =>
      hoursSentence(LINE.hours, lang, { ...WORDS, range: ({ opens }) => opens });
    expect(sentence("ar")).toMatch(/ 9:00، الثلاثاء 15:00$/);
    expect(sentence("zh")).toMatch(/ 9:00，星期二 15:00$/);
    expect(sentence("uk")).toMatch(/ 9:00, вівторок 15:00$/);
  });
});

describe("hours that do not hold every week, or in every language", () => {
  const special = [
    {
      days: ["wednesday" as const],
      weeks: ["first" as const, "last" as const],
      opens: "9:00",
      closes: "11:00",
    },
    { days: ["friday" as const], languages: ["ar", "zh"], opens: "9:00", closes: "11:00" },
  ];

  it("say so in the table", () => {
    expect(rows(special).filter(({ ranges }) => ranges.length > 0)).toEqual([
      { day: "Mercoledì", ranges: [{ times: "9:00–11:00", note: "il primo del mese e l'ultimo del mese" }] },
      { day: "Venerdì", ranges: [{ times: "9:00–11:00", note: "arabo e cinese" }] },
    ]);
  });

  it("say so in the sentence", () => {
    expect(hoursSentence(special, "it", WORDS)).toBe(
      "mercoledì dalle 9:00 alle 11:00 (il primo del mese e l'ultimo del mese), venerdì dalle 9:00 alle 11:00 (arabo e cinese)",
    );
  });
});

describe("a line that answers day and night", () => {
  const hours = [{ days: [...WEEKDAYS], opens: "0:00", closes: "24:00" }];

  it("is described as such only when it answers on holidays too", () => {
    expect(isAlwaysOpen({ ...LINE, hours, openOnHolidays: true })).toBe(true);
    expect(isAlwaysOpen({ ...LINE, hours })).toBe(false);
    expect(isAlwaysOpen({ ...LINE, openOnHolidays: true })).toBe(false);
  });

  it("needs no names of days in the sentence", () => {
    expect(hoursSentence(hours, "it", WORDS)).toBe("dalle 0:00 alle 24:00");
  });
});

describe("the names of languages", () => {
  it("are in the language of the page", () => {
    expect(languageList(["it", "ar"], "it")).toBe("italiano e arabo");
    expect(languageList(["it", "ar"], "en")).toBe("Italian and Arabic");
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

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { phoneNumberError } from "../../../../src/content-model/schemas/phone-number.ts";
import { CONTACTS, FIXTURE_SITE, problemsAfter, replace } from "../../../support/fixture-site.ts";

const changing = (passage: string, replacement: string): Promise<string[]> =>
  problemsAfter({ [CONTACTS]: replace(passage, replacement) });

describe("telephone numbers", () => {
  test.each(["+39 0571 878778", "0571 878778", "0571878778", "800 123456", "+41 44 668 18 00"])(
    "%s is one",
    async (phone) => {
      expect(await changing("+39 0571 878778", phone)).toEqual([]);
    },
  );

  test.each([
    "chiamaci",
    "chiama lo 0571 878778",
    "12",
    "0571 878778 o 878779",
    "+39",
    "0571 8787787878787",
    "+999 0571 878778",
  ])("«%s» is none, and the message shows how one looks", async (phone) => {
    expect(await changing("+39 0571 878778", phone)).toEqual([
      `${CONTACTS}:4: «phone»: ci vuole un numero di telefono, come +39 0571 878778; qui c'è «${phone}»`,
    ]);
  });
});

describe("a telephone number that is written in another way", () => {
  test.each([
    "0571/878778",
    "0571-878778",
    "0571.878778",
    "0571 87 87 78",
    "(0571) 878778",
    "+39 (0571) 878778",
    "0039 0571 878778",
    "06/12345678",
    "340 123 45 67",
    "803 164",
    "0571 7571",
    "06 0606",
    "+44 (0)20 7946 0958",
    "+33 1 42 27 68 00",
  ])("is accepted: %s", (phone) => {
    expect(phoneNumberError(phone, "")).toBeUndefined();
  });

  test.each(["112", "113", "114", "115", "117", "118", "1522", "19696", "116000", "116117", "116 117"])(
    "is accepted as a short number of Italy: %s",
    (phone) => {
      expect(phoneNumberError(phone, "")).toBeUndefined();
    },
  );

  test.each([
    "0571 878778/9",
    "0571878778/9",
    "0571 878778 / 79",
    "0571 878778-9",
    "0571 878778-79",
    "0571 878778 - 9",
    "0571 878778.9",
    "0571 878778 9",
    "0571 878778 (2)",
    "(0571) 878778 (2)",
    "0571/878778/9",
    "0571 87877/8",
    "+39 0571 878778/9",
  ])("is refused when it holds the end of a second one: %s", (phone) => {
    expect(phoneNumberError(phone, "un numero di telefono")).toMatch(/^un numero di telefono/);
  });

  test.each([
    "+39 0571 878778 int. 2",
    "0571 878778 interno 2",
    "0571 878778;ext=2",
    "0571 878778 x2",
    "0571 878778#2",
  ])("is refused when it holds an extension: %s", (phone) => {
    expect(phoneNumberError(phone, "")).toBe("un numero di telefono senza interno");
  });

  test.each(["0571 87", "0571 878", "055 123", "06 123", "+39 0571 87"])(
    "is refused when it is too short for Italy: %s",
    (phone) => {
      expect(phoneNumberError(phone, "un numero di telefono")).toMatch(/^un numero di telefono/);
    },
  );

  test.each(["+39 1522", "111", "1 1 2 2", "01522"])("is not a short number of Italy: %s", (phone) => {
    expect(phoneNumberError(phone, "un numero di telefono")).toBe("un numero di telefono");
  });

  test("is reported with the part that was misread", async () => {
    expect(await changing("+39 0571 878778", "0571 878778/9")).toEqual([
      `${CONTACTS}:4: «phone»: ci vuole un numero di telefono solo, scritto per intero; qui c'è «0571 878778/9»`,
    ]);
  });
});

test("a contact may have a short number", async () => {
  expect(await changing("+39 0571 878778", "1522")).toEqual([]);
});

test("an unknown time zone is reported", async () => {
  expect(await changing("Europe/Rome", "Europa/Roma")).toEqual([
    `${CONTACTS}:5: «timeZone»: ci vuole un fuso orario, come Europe/Rome; qui c'è «Europa/Roma»`,
  ]);
});

test("a country that does not exist is reported", async () => {
  expect(await changing('"IT"', '"XX"')).toEqual([
    `${CONTACTS}:6: «publicHolidays»: ci vuole il codice di un Paese in due lettere maiuscole, come IT; qui c'è «XX»`,
  ]);
});

describe("the file of a contact", () => {
  const line = (): string => readFileSync(join(FIXTURE_SITE, CONTACTS), "utf8");

  test("is named by its id, which is made for addresses", async () => {
    expect(await problemsAfter({ "_data/contacts/Lo Sportello.json": line })).toEqual([
      "_data/contacts/Lo Sportello.json:1: il nome del file: ci vuole quello del contatto, di lettere minuscole, cifre e trattini, e .json; qui c'è «contacts/Lo Sportello.json»",
    ]);
  });

  test("holds one contact, not all of them", async () => {
    expect(await problemsAfter({ "_data/contacts.json": () => `{ "sportello": ${line()} }` })).toEqual([
      "_data/contacts.json:1: ci vuole un file per ogni contatto, contacts/<nome>.json; qui sono tutti insieme",
    ]);
  });
});

describe("what a contact has besides its number", () => {
  const adding = (keys: string): Promise<string[]> =>
    changing('"timeZone"', `${keys}, "timeZone"`).then((problems) =>
      problems.map((problem) => problem.replace(`${CONTACTS}:5: `, "")),
    );

  test.each([
    `"otherPhones": [{ "name": "Numero verde", "phone": "800 123456" }, { "name": "Emergenza", "phone": "112" }]`,
    `"email": "info@comune.example.it", "pec": "comune@pec.example.it"`,
    `"address": { "streetAddress": "Via Roma 1", "postalCode": "50053", "addressLocality": "Empoli" }`,
    `"booking": "https://prenota.example.it/", "languages": ["it", "ar"], "interpreter": true`,
    `"counterHours": [{ "days": ["monday"], "opens": "9:00", "closes": "10:00" }], "appointmentOnly": true`,
    `"otherHours": [{ "from": "2026-12-23", "to": "2026-12-23", "hours": [{ "opens": "9:00", "closes": "10:00" }] }]`,
    `"updated": "2026-11-20"`,
    `"checked": { "on": "2026-11-20", "by": "Ufficio sociale" }`,
    `"checked": { "on": "2026-11-20", "by": "Ufficio sociale", "everyMonths": 24 }`,
  ])("may be said: %s", async (keys) => {
    expect(await adding(keys)).toEqual([]);
  });

  test.each([
    [
      `"email": "info comune.it"`,
      "«email»: ci vuole un indirizzo e-mail, come info@comune.example.it; qui c'è «info comune.it»",
    ],
    [
      `"languages": ["arabo"]`,
      "«languages», elemento 1: ci vuole il codice di una lingua, come it o ar; qui c'è «arabo»",
    ],
    [
      `"booking": "http://prenota.example/"`,
      "«booking»: ci vuole un indirizzo web completo, che comincia con https://; qui c'è «http://prenota.example/»",
    ],
    [
      `"otherPhones": [{ "name": "Altro", "phone": "12" }]`,
      "«phone»: ci vuole un numero di telefono, come +39 0571 878778; qui c'è «12»",
    ],
    [
      `"otherHours": [{ "from": "2026-12-23", "to": "2026-12-22", "hours": [{ "opens": "9:00", "closes": "10:00" }] }]`,
      "«to»: ci vuole una data che non viene prima dell'inizio (2026-12-23); qui c'è «2026-12-22»",
    ],
    [
      `"otherHours": [{ "from": "2026-12-23", "to": "2026-12-23", "hours": [{ "opens": "9:00", "closes": "8:00" }] }]`,
      "«closes»: ci vuole un orario che viene dopo l'apertura (9:00); qui c'è «8:00»",
    ],
    [`"checked": { "on": "2026-11-20" }`, "manca «by»: ci vuole un testo non vuoto"],
    [
      `"checked": { "on": "2199-01-01", "by": "Ufficio sociale" }`,
      "«on»: ci vuole una data tra 2000-01-01 e ",
    ],
    [
      `"checked": { "on": "2026-11-20", "by": "Ufficio sociale", "everyMonths": 0 }`,
      "«everyMonths»: ci vuole un numero di mesi, da 1 a 24; qui c'è «0»",
    ],
  ])("is checked: %s", async (keys, message) => {
    expect(await adding(keys)).toEqual([expect.stringContaining(message)]);
  });

  test("is the number, the name and the office at least; the rest may be left out", async () => {
    const least = `{ "name": "Sportello", "office": "/amministrazione/sportello/", "phone": "112" }`;
    // The fixture's pages refer to its hours.
    const problems = await problemsAfter({ [CONTACTS]: () => least });
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.filter((problem) => !problem.includes("contatto senza orari: ci vuole «hours»"))).toEqual(
      [],
    );
  });
});

test("ranges of different weeks of a month do not overlap, but the fourth may be the last", async () => {
  const second = (weeks: string): Promise<string[]> =>
    changing(
      '{ "days": ["tuesday"], "opens": "15:00", "closes": "17:00" }',
      `{ "days": ["friday"], "weeks": ["first"], "opens": "15:00", "closes": "17:00" },
       { "days": ["friday"], "weeks": ["${weeks}"], "opens": "16:00", "closes": "18:00" },
       { "days": ["friday"], "weeks": ["last"], "opens": "17:00", "closes": "19:00" }`,
    );
  expect(await second("second")).toEqual([]);
  expect(await second("first")).toEqual([expect.stringContaining("non si sovrappone")]);
  expect(await second("fourth")).toEqual([expect.stringContaining("non si sovrappone")]);
});

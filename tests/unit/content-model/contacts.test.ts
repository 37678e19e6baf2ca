import { describe, expect, test } from "vitest";
import { CONTACTS, problemsAfter, replace } from "./fixture-site.ts";

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
      `${CONTACTS}:5: «phone»: ci vuole un numero di telefono, come +39 0571 878778; qui c'è «${phone}»`,
    ]);
  });
});

test("an unknown time zone is reported", async () => {
  expect(await changing("Europe/Rome", "Europa/Roma")).toEqual([
    `${CONTACTS}:6: «timeZone»: ci vuole un fuso orario, come Europe/Rome; qui c'è «Europa/Roma»`,
  ]);
});

test("a country that does not exist is reported", async () => {
  expect(await changing('"IT"', '"XX"')).toEqual([
    `${CONTACTS}:7: «publicHolidays»: ci vuole il codice di un Paese in due lettere maiuscole, come IT; qui c'è «XX»`,
  ]);
});

test("a contact's id is made for addresses", async () => {
  const problems = await changing('"sportello": {', '"Lo Sportello": {');
  expect(problems[0]).toBe(
    `${CONTACTS}:2: nome della chiave: ci vuole un nome di lettere minuscole, cifre e trattini; qui c'è «Lo Sportello»`,
  );
});

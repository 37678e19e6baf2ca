import { describe, expect, test, vi } from "vitest";
import { WEEKDAYS } from "../../../../src/shared/opening-hours.ts";
import { CONTACTS, problemsAfter, replace } from "../../../support/fixture-site.ts";

const changing = (passage: string, replacement: string): Promise<string[]> =>
  problemsAfter({ [CONTACTS]: replace(passage, replacement) });

describe("a time of day", () => {
  test("may be written with or without a leading zero", async () => {
    expect(await changing('"9:00"', '"09:00"')).toEqual([]);
  });

  test.each(["25:00", "24:01", "9:60", "9.00", "9", "alle nove"])("is not «%s»", async (time) => {
    expect(await changing('"closes": "11:00"', `"closes": "${time}"`)).toEqual([
      `${CONTACTS}:8: «closes»: ci vuole un orario da 0:00 a 24:00, nella forma 9:00; qui c'è «${time}»`,
    ]);
  });

  test("may be midnight at the end of a range, not at its beginning", async () => {
    expect(await changing('"17:00"', '"24:00"')).toEqual([]);
    expect(await changing('"opens": "9:00"', '"opens": "24:00"')).toContain(
      `${CONTACTS}:8: «opens»: ci vuole un orario da 0:00 a 23:59, nella forma 9:00; qui c'è «24:00»`,
    );
  });

  test("may be those of a line that is open day and night, on holidays too", async () => {
    const edit = (source: string): string =>
      source.replace(
        /"hours": \[.*?\n {4}\]/s,
        `"openOnHolidays": true, "hours": [{ "days": ${JSON.stringify(WEEKDAYS)}, "opens": "0:00", "closes": "24:00" }]`,
      );
    expect(await problemsAfter({ [CONTACTS]: edit })).toEqual([]);
  });
});

describe("a range", () => {
  test.each(["8:00", "9:00"])("that opens at 9:00 and closes at %s closes too early", async (time) => {
    expect(await changing('"closes": "11:00"', `"closes": "${time}"`)).toEqual([
      `${CONTACTS}:8: «closes»: ci vuole un orario che viene dopo l'apertura (9:00); qui c'è «${time}»`,
    ]);
  });

  test("that closes too early is found beside an unknown key", async () => {
    expect(await changing('"closes": "11:00"', '"closes": "8:00", "nota": "x"')).toHaveLength(2);
  });

  test("that overlaps another of the same day is reported at the second", async () => {
    expect(await changing('"15:00"', '"10:59"')).toEqual([
      `${CONTACTS}:9: «opens»: ci vuole un orario che non si sovrappone a quello di monday, tuesday (9:00-11:00); qui c'è «10:59»`,
    ]);
  });

  test("that starts when another ends does not overlap it", async () => {
    expect(await changing('"15:00"', '"11:00"')).toEqual([]);
  });

  test("of another day does not overlap", async () => {
    expect(await changing('["tuesday"], "opens": "15:00"', '["friday"], "opens": "10:00"')).toEqual([]);
  });

  test("that overlaps is found even when another range is wrong", async () => {
    const edit = (source: string): string =>
      source.replace('"15:00"', '"10:00"').replace("\n  ],", ',\n    { "days": [], "opens": "x" }\n  ],');
    const problems = await problemsAfter({ [CONTACTS]: edit });
    expect(problems.some((problem) => problem.includes("si sovrappone"))).toBe(true);
    expect(problems.length).toBeGreaterThan(1);
  });

  test("has days that exist, each once", async () => {
    expect(await changing('["tuesday"]', '["tuseday", "friday", "friday"]')).toEqual([
      `${CONTACTS}:9: «days», elemento 1: ci vuole uno tra «monday», «tuesday», «wednesday», «thursday», «friday», «saturday» o «sunday»; qui c'è «tuseday»; forse volevi «tuesday»?`,
    ]);
    expect(await changing('["tuesday"]', '["friday", "friday"]')).toEqual([
      `${CONTACTS}:9: «days», elemento 2: ci vuole ogni valore una volta sola; qui c'è «friday»`,
    ]);
  });
});

describe("a closure", () => {
  test("that ends before it starts is reported", async () => {
    expect(await changing('"to": "2026-12-31"', '"to": "2026-12-23"')).toEqual([
      `${CONTACTS}:11: «to»: ci vuole una data che non viene prima dell'inizio (2026-12-24); qui c'è «2026-12-23»`,
    ]);
  });

  test("longer than a year is reported: its year is mistyped", async () => {
    expect(await changing('"to": "2026-12-31"', '"to": "2028-01-06"')).toEqual([
      `${CONTACTS}:11: «to»: ci vuole una data entro 366 giorni dall'inizio (2026-12-24); qui c'è «2028-01-06»`,
    ]);
    expect(await changing('"to": "2026-12-31"', '"to": "2027-12-25"')).toHaveLength(1);
    expect(await changing('"to": "2026-12-31"', '"to": "2027-12-24"')).toEqual([]);
  });

  test("far in the future is reported: nobody will read it for years", async () => {
    vi.stubEnv("SITE_TODAY", "2026-11-30");
    const within = "ci vuole una data entro il 2028-11-30, perché più in là nessuno la legge ancora";
    const span = '"2026-12-24", "to": "2026-12-31"';
    expect(await changing(span, '"2062-12-24", "to": "2062-12-31"')).toEqual([
      `${CONTACTS}:11: «from»: ${within}; qui c'è «2062-12-24»`,
      `${CONTACTS}:11: «to»: ${within}; qui c'è «2062-12-31»`,
    ]);
    expect(await changing(span, '"2028-11-30", "to": "2028-11-30"')).toEqual([]);
    vi.unstubAllEnvs();
  });

  test("that ended long ago is right", async () => {
    expect(await changing('"2026-12-24", "to": "2026-12-31"', '"2019-12-24", "to": "2020-01-06"')).toEqual(
      [],
    );
  });

  test("of one day is right", async () => {
    expect(await changing('"to": "2026-12-31"', '"to": "2026-12-24"')).toEqual([]);
  });

  test("on a day that the calendar lacks is reported", async () => {
    expect(await changing('"to": "2026-12-31"', '"to": "2027-02-29"')).toEqual([
      `${CONTACTS}:11: «to»: ci vuole una data che esiste, nella forma 2024-05-02; qui c'è «2027-02-29»`,
    ]);
  });
});

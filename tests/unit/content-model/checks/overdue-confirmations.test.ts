import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { formatProblem } from "../../../../src/content-model/problems/problem.ts";
import { type Checked, trustedUntil } from "../../../../src/content-model/schemas/checked.ts";
import { CONTACTS, loadAfter, replace } from "../../../support/fixture-site.ts";

const withChecked = (checked: Partial<Checked>) =>
  replace('"timeZone"', `"checked": ${JSON.stringify(checked, null, 2)},\n"timeZone"`);

async function load(checked: Partial<Checked>) {
  const { problems, warnings } = await loadAfter({ [CONTACTS]: withChecked(checked) });
  return { problems, warnings: warnings.map(formatProblem) };
}

beforeEach(() => vi.stubEnv("SITE_TODAY", "2026-11-30"));
afterEach(() => vi.unstubAllEnvs());

describe("a contact that somebody has checked", () => {
  test("is due on the day after its months are over, and stops nothing", async () => {
    expect(await load({ on: "2026-08-30", by: "Ufficio sociale", everyMonths: 3 })).toEqual({
      problems: [],
      warnings: [],
    });
    expect(await load({ on: "2026-08-29", by: "Ufficio sociale", everyMonths: 3 })).toEqual({
      problems: [],
      warnings: [
        `${CONTACTS}:6: contatto da ricontrollare: ci vuole una conferma di «Ufficio sociale» ogni 3 mesi; qui l'ultima è del 2026-08-29. Se è ancora tutto giusto, scrivi «npm run confirm -- sportello»`,
      ],
    });
  });

  test("is due after half a year, unless it says how often", async () => {
    expect((await load({ on: "2026-05-30", by: "Ufficio" })).warnings).toEqual([]);
    expect((await load({ on: "2026-05-29", by: "Ufficio" })).warnings).toEqual([
      expect.stringContaining("ogni 6 mesi"),
    ]);
    expect((await load({ on: "2026-10-29", by: "Ufficio", everyMonths: 1 })).warnings).toEqual([
      expect.stringContaining("«Ufficio» ogni mese;"),
    ]);
  });

  test("is told as an error only, where it is written wrong", async () => {
    const { problems, warnings } = await load({ on: "2020-01-01" });
    expect(problems).toHaveLength(1);
    expect(warnings).toEqual([]);
  });

  test.each([
    ["2026-08-31", 6, "2027-02-28"],
    ["2027-08-31", 6, "2028-02-29"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-30", 24, "2028-01-30"],
  ])("on %s for %i months is trusted until %s", (on, everyMonths, until) => {
    expect(trustedUntil({ on, everyMonths })).toBe(until);
  });
});

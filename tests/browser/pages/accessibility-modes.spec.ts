import { accessibilityViolations } from "../../../src/site-checks/browser/axe.ts";
import { MAIN_PATHS } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

const MODES = [
  { name: "in a dark scheme", colorScheme: "dark" },
  { name: "with forced colours", contextOptions: { forcedColors: "active" } },
  { name: "with more contrast", contextOptions: { contrast: "more" } },
  { name: "with reduced motion", contextOptions: { reducedMotion: "reduce" } },
] as const;

for (const { name, ...options } of MODES) {
  test.describe(name, () => {
    test.use(options);

    for (const path of MAIN_PATHS) {
      test(`${path} is drawn and breaks no accessibility rule`, async ({ page }) => {
        await page.goto(path);

        expect((await page.screenshot({ fullPage: true })).byteLength).toBeGreaterThan(0);
        expect(await accessibilityViolations(page)).toEqual([]);
      });
    }
  });
}

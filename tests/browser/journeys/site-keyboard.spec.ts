import { inLanguage } from "../../support/languages.ts";
import { MAIN_PATHS, SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";
import { tabThrough } from "./tab-through.ts";

for (const forcedColors of ["none", "active"] as const) {
  test.describe(forcedColors === "active" ? "in forced colours" : "in common colours", () => {
    // Reduced motion prevents scrolling and fading while a stop is inspected.
    test.use({ contextOptions: { forcedColors, reducedMotion: "reduce" } });

    for (const path of [...MAIN_PATHS, inLanguage(SERVICE_PAGE, "ar")]) {
      test(`on ${path} the Tab key shows where it is, and leaves the page again`, async ({ page }) => {
        await page.goto(path);

        const stops = await tabThrough(page);

        expect(stops.length).toBeGreaterThan(10);
        expect(stops.filter(({ marked, uncovered }) => !marked || !uncovered)).toEqual([]);
      });
    }
  });
}

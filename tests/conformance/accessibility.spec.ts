import { expect, test } from "@playwright/test";
import { accessibilityViolations } from "../support/axe.ts";
import { allPaths } from "../support/site.ts";

const VIEWPORTS = [
  { name: "on a desktop", width: 1280, height: 900 },
  { name: "on a telephone", width: 360, height: 780 },
];

for (const { name, ...viewport } of VIEWPORTS) {
  test.describe(name, () => {
    test.use({ viewport });

    for (const path of allPaths()) {
      test(`${path} breaks no accessibility rule`, async ({ page }) => {
        await page.goto(path);

        expect(await accessibilityViolations(page)).toEqual([]);
      });
    }
  });
}

import type { Page } from "@playwright/test";
import { MAIN_PATHS } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";
import { VISIBLE_SHIFT } from "../../support/visible-shift.ts";

/** A delay that makes the browser draw the text before it has the web font. */
const FONT_DELAY_MS = 500;

/** A layout-shift entry, which TypeScript's DOM library does not know: https://wicg.github.io/layout-instability/ */
interface LayoutShift extends PerformanceEntry {
  value: number;
}

declare global {
  interface Window {
    layoutShift: number;
  }
}

async function observeLayoutShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.layoutShift += (entry as LayoutShift).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.route("**/*.woff2", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, FONT_DELAY_MS));
    await route.continue();
  });
}

for (const width of [1280, 360]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 780 } });

    for (const path of MAIN_PATHS) {
      test(`nothing moves while ${path} loads, even when the font is late`, async ({ page }) => {
        await observeLayoutShift(page);
        await page.goto(path);
        await page.waitForLoadState("networkidle");
        await page.evaluate(async () => {
          await document.fonts.ready;
          window.scrollTo(0, document.body.scrollHeight);
          // The first frame lays out what the scroll revealed, the second one notifies the
          // observer.
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        });

        expect(await page.evaluate(() => window.layoutShift)).toBeLessThan(VISIBLE_SHIFT);
      });
    }
  });
}

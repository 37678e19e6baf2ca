import type { Page } from "@playwright/test";
import { SERVICE_PAGE } from "../../support/site.ts";
import { ALSO_IN_FIREFOX, expect, test } from "../../support/test.ts";

/** Chooses a rating and returns, in the same task, which follow-ups are displayed. */
function choose(page: Page, rating: number): Promise<{ positive: boolean; negative: boolean }> {
  return page.evaluate((chosen) => {
    const isRendered = (name: string) => {
      const followUp = document.querySelector(`[data-element="feedback-rating-${name}"]`);
      return followUp !== null && followUp.getClientRects().length > 0;
    };
    document.querySelector<HTMLElement>(`[data-element="feedback-rate-${chosen}"]`)?.click();
    return { positive: isRendered("positive"), negative: isRendered("negative") };
  }, rating);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test.beforeEach(async ({ page }) => {
      // An official Firefox cannot be told to disable scripts.
      if (!javaScriptEnabled) await page.route("**/*.js", (route) => route.abort());
    });

    test(
      "each rating shows at once the follow-up that fits, and only that",
      ALSO_IN_FIREFOX,
      async ({ page }) => {
        await page.goto(SERVICE_PAGE);
        for (const rating of [1, 2, 5, 4, 3]) {
          const fitting = { positive: rating >= 4, negative: rating < 4 };
          expect(await choose(page, rating), `a rating of ${rating}`).toEqual(fitting);
          expect(await choose(page, rating), "the same rating again").toEqual(fitting);
        }
      },
    );
  });
}

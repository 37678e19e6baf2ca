import { accessibilityViolations } from "../../../src/site-checks/browser/axe.ts";
import { element } from "../../support/element.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

for (const script of ["with script", "without script"]) {
  for (const rating of [2, 5]) {
    test(`${script}, what opens after a rating of ${rating} breaks no accessibility rule`, async ({
      page,
    }) => {
      // The scripts are blocked instead of disabled, because the checker is a script too.
      if (script === "without script") await page.route("**/*.js", (route) => route.abort());
      await page.goto(SERVICE_PAGE);
      await element(page, `feedback-rate-${rating}`).click();

      expect(await accessibilityViolations(page)).toEqual([]);
    });
  }
}

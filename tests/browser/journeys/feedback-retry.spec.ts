import { SERVICE_PAGE } from "../../support/site.ts";
import { ALSO_IN_FIREFOX, expect, test } from "../../support/test.ts";
import { feedbackForm } from "./feedback-form.ts";

test(
  "leaves a form that the server filled in unchanged, even where scripts run",
  ALSO_IN_FIREFOX,
  async ({ page }) => {
    await page.route("**/*.js", (route) => route.abort());
    await page.goto(SERVICE_PAGE);
    const form = feedbackForm(page);
    await page.unroute("**/*.js");
    await form.send.click();
    await expect(form.summary).toContainText("Scegli un voto");
    await page.waitForLoadState();

    await expect(form.comment).toBeVisible();
    await form.star(4).check();
    await form.send.click();
    await expect(page).toHaveURL("/grazie/");
  },
);

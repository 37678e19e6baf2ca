import { collectViolations } from "../../support/csp-violations.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { ALSO_IN_FIREFOX, expect, test } from "../../support/test.ts";
import { ENDPOINT, feedbackForm, nextAnswer, withoutScripts } from "./feedback-form.ts";

test("the form works within the policy, in two steps", ALSO_IN_FIREFOX, async ({ page }) => {
  const violations = await collectViolations(page);
  await page.goto(SERVICE_PAGE);
  const form = feedbackForm(page);
  await form.star(4).check();
  await form.next.click();
  await form.comment.fill("Tutto chiaro");
  const answer = nextAnswer(page);
  await form.send.click();
  expect((await answer).ok()).toBe(true);
  await expect(form.status).toContainText("Grazie");

  expect(violations).toEqual([]);
});

test("a post that must wait works within the policy", ALSO_IN_FIREFOX, async ({ page }) => {
  const violations = await collectViolations(page);
  await page.route(`**${ENDPOINT}`, (route) => route.fulfill({ status: 503 }));
  await page.goto(SERVICE_PAGE);
  const form = feedbackForm(page);
  await form.star(2).check();
  await form.next.click();
  await form.send.click();
  await expect(form.status).toContainText("Ora non riusciamo a ricevere il tuo parere.");

  expect(violations).toEqual([]);
});

test(
  "the bare form works within the policy, even on the page that returns it",
  ALSO_IN_FIREFOX,
  async ({ page }) => {
    const violations = await collectViolations(page);
    await withoutScripts(page);
    await page.goto(SERVICE_PAGE);
    const form = feedbackForm(page);
    // The browser does not require a rating, because the form shows its own messages.
    const refused = nextAnswer(page);
    await form.send.click();
    expect((await refused).status()).toBe(422);
    await expect(form.summary).toContainText("Scegli un voto");
    const font = await page.locator("link[as=font]").first().getAttribute("href");
    await page.evaluate((url) => new FontFace("Test", `url(${url})`).load().then(() => undefined), font);

    await form.star(5).check();
    await form.send.click();
    await expect(page).toHaveURL("/grazie/");
    expect(violations).toEqual([]);
  },
);

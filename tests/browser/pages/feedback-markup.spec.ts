import { FEEDBACK } from "../../../src/site-checks/model.ts";
import { element, texts } from "../../support/element.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

const FOLLOW_UPS = [FEEDBACK.positive, FEEDBACK.negative];

test.describe("on the service page, before any script", () => {
  test.use({ javaScriptEnabled: false });

  test.beforeEach(async ({ page }) => {
    // An official Firefox cannot be told to disable scripts.
    await page.route("**/*.js", (route) => route.abort());
    await page.goto(SERVICE_PAGE);
  });

  test("the question is the legend of the five ratings", async ({ page }) => {
    expect(await texts(element(page, "feedback-title"))).toEqual([FEEDBACK.question]);
    const group = element(page, "feedback").getByRole("group", { name: FEEDBACK.question, exact: true });
    await expect(group.locator("input[type=radio][name=rating]")).toHaveCount(5);
  });

  test("each rating is a label tied to its own control, in the order 1 to 5", async ({ page }) => {
    const labels = await element(page, "feedback")
      .locator('[data-element^="feedback-rate-"]')
      .evaluateAll((found) =>
        found.map((label) => ({
          name: label.getAttribute("data-element"),
          text: label.textContent.trim() !== "",
          value:
            label instanceof HTMLLabelElement &&
            label.control instanceof HTMLInputElement &&
            label.control.value,
        })),
      );

    expect(labels).toEqual(
      [1, 2, 3, 4, 5].map((rating) => ({ name: `feedback-rate-${rating}`, text: true, value: `${rating}` })),
    );
  });

  for (const { element: name, question, answers } of FOLLOW_UPS) {
    test(`"${question}" has its five answers in the model's words`, async ({ page }) => {
      const followUp = element(page, name);

      expect(await texts(element(followUp, "feedback-rating-question"))).toEqual([question]);
      expect(await texts(element(followUp, "feedback-rating-answer"))).toEqual(answers);
      await expect(followUp.locator("input[type=radio][name=answer]")).toHaveCount(answers.length);
    });
  }

  test("the free text has its question, its hint and its limit", async ({ page }) => {
    const field = element(page, "feedback-input-text");
    const control = element(page, "feedback").getByRole("textbox", { name: FEEDBACK.comment, exact: true });

    await expect(field).toHaveCount(1);
    await element(page, "feedback-rate-3").click();
    await expect(control).toHaveAttribute("name", "comment");
    await expect(control).toHaveAccessibleDescription(new RegExp(FEEDBACK.hint));
  });

  test("the number of the step stands outside the question", async ({ page }) => {
    const feedback = element(page, "feedback");

    expect(await feedback.textContent()).toMatch(/1\/2[^]*2\/2/);
    for (const question of await texts(element(feedback, "feedback-rating-question"))) {
      expect(question).not.toMatch(/\d\/\d/);
    }
  });

  test("the privacy notice and the warning about personal data stand beside the free text", async ({
    page,
  }) => {
    const feedback = element(page, "feedback");

    await expect(feedback.locator('a[href^="/privacy/"]')).toHaveCount(1);
    expect(await feedback.textContent()).toMatch(/non scrivere dati personali/i);
  });
});

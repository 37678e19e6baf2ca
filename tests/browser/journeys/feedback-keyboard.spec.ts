import { SERVICE_PAGE } from "../../support/site.ts";
import { ALSO_IN_FIREFOX, expect, test } from "../../support/test.ts";
import { feedbackForm } from "./feedback-form.ts";

test.beforeEach(async ({ page }) => {
  await page.goto(SERVICE_PAGE);
});

test(
  "works with the keyboard alone, including focus and announcements",
  ALSO_IN_FIREFOX,
  async ({ page }) => {
    const form = feedbackForm(page);
    const { keyboard } = page;
    // Only keys are used from here on.
    await form.star(1).focus();
    await keyboard.press("Space");
    for (let rating = 2; rating <= 4; rating++) {
      await keyboard.press("ArrowRight");
      await expect(form.star(rating)).toBeChecked();
      await expect(form.star(rating)).toBeFocused();
    }

    await keyboard.press("Tab");
    await expect(form.positive.getByRole("radio").first()).toBeFocused();
    await keyboard.press("ArrowDown");
    await expect(form.positive.getByLabel("Le indicazioni erano complete")).toBeChecked();

    await keyboard.press("Tab");
    await expect(form.root.getByRole("link", { name: "Leggi l’informativa privacy" })).toBeFocused();
    await keyboard.press("Tab");
    await expect(form.next).toBeFocused();
    await keyboard.press("Enter");

    const second = form.root.getByRole("group", { name: "Passo 2 di 2 Vuoi aggiungere altri dettagli?" });
    await expect(second).toBeFocused();
    await keyboard.press("Tab");
    await expect(form.comment).toBeFocused();
    await keyboard.type("Da tastiera");
    await keyboard.press("Tab");
    await keyboard.press("Tab");
    await expect(form.back).toBeFocused();
    await keyboard.press("Enter");

    await expect(form.root.getByRole("group", { name: "Quanto sono chiare" })).toBeFocused();
    await expect(form.star(4)).toBeChecked();
    await keyboard.press("Tab");
    await expect(form.star(4)).toBeFocused();
    await keyboard.press("Enter");
    await expect(second).toBeFocused();
    await keyboard.press("Tab");
    await keyboard.press("Tab");
    await keyboard.press("Tab");
    await keyboard.press("Tab");
    await expect(form.send).toBeFocused();
    await keyboard.press("Enter");

    await expect(form.status).toHaveText("Grazie, il tuo parere ci aiuterà a migliorare il servizio!");
    await expect(form.status).toBeFocused();
  },
);

test(
  "moves the focus to the error summary when the rating is missing, and from there to the stars",
  ALSO_IN_FIREFOX,
  async ({ page }) => {
    const form = feedbackForm(page);
    await form.next.focus();
    await page.keyboard.press("Enter");
    await expect(form.summary).toContainText("Scegli un voto da 1 a 5 stelle");
    await expect(form.summary.locator("..")).toBeFocused();
    await expect(form.root.getByRole("group", { name: "Quanto sono chiare" })).toHaveAccessibleDescription(
      "Scegli un voto da 1 a 5 stelle",
    );

    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(form.star(1)).toBeFocused();
    await page.keyboard.press("Space");
    await form.next.press("Enter");
    await expect(form.comment).toBeVisible();
    await expect(form.summary).toBeHidden();
  },
);

test("speaks the count of characters only near the limit", async ({ page }) => {
  const form = feedbackForm(page);
  await form.star(5).check();
  await form.next.click();
  await form.comment.fill("a".repeat(150));
  await expect(form.status).toBeEmpty();
  await form.comment.fill("a".repeat(180));
  await expect(form.status).toHaveText("Caratteri rimasti: 20");
  await page.keyboard.type("aaa");
  await expect(form.status).toHaveText("Caratteri rimasti: 20");
});

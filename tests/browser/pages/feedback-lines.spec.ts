import { element } from "../../support/element.ts";
import { inLanguage, languages } from "../../support/languages.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";
import { tightLines } from "../../support/tight-lines.ts";

for (const { code, name } of languages) {
  test(`the form in ${name} sets no line tighter than the headings in any state`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(inLanguage(SERVICE_PAGE, code));
    const form = element(page, "feedback");
    const submit = form.locator("[type=submit]");

    await submit.click();
    await expect(form.getByRole("alert")).toBeVisible();
    expect(await tightLines(page)).toEqual([]);

    await element(page, "feedback-rate-2").click();
    await submit.click();
    await expect(element(page, "feedback-input-text")).toBeVisible();
    expect(await tightLines(page)).toEqual([]);

    await submit.click();
    await expect(form.locator(".cmp-rating-thanks")).toBeVisible();
    expect(await tightLines(page)).toEqual([]);
  });

  test(`the state of the line in ${name} stands apart from its hours`, async ({ page }) => {
    await page.goto(inLanguage("/prenota/", code));
    const state = page.locator(".phone-line-state").first();
    await expect(state).not.toBeEmpty();
    const { bottom, next } = await state.evaluate((line) => ({
      bottom: line.getBoundingClientRect().bottom,
      next: line.nextElementSibling?.getBoundingClientRect().top ?? 0,
    }));
    expect(next - bottom).toBeGreaterThanOrEqual(8);
  });
}

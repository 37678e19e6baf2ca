import { inLanguage, isLatin, languages } from "../../support/languages.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

// For other scripts the width depends on the machine's fonts.
for (const { code, name } of languages.filter(({ code }) => isLatin(code))) {
  test(`the service page in ${name} prints on one A4 page`, async ({ page }) => {
    await page.goto(inLanguage(SERVICE_PAGE, code));
    // A font that arrived too late for the first visit is cached for the second.
    await page.reload();

    const pdf = (await page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");

    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  });
}

test("the printed service page has the number, the hours and the code that leads back to the page", async ({
  page,
}) => {
  await page.goto(SERVICE_PAGE);
  await page.emulateMedia({ media: "print" });

  await expect(page.locator('main a[href^="tel:"]:visible').first()).toContainText(/0571\s878778/);
  await expect(page.locator("main table:visible").first()).toContainText("9:00");
  await expect(
    page.getByRole("img", { name: /QR/i }).or(page.locator("[class*=qr]:visible")).first(),
  ).toBeVisible();
});

test("the printed service page leaves out what paper cannot do", async ({ page }) => {
  await page.goto(SERVICE_PAGE);
  await page.emulateMedia({ media: "print" });

  await expect(page.locator('[data-element="main-navigation"]')).toBeHidden();
  await expect(page.locator('[data-element="feedback"]')).toBeHidden();
});

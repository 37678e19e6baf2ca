import { inLanguage, isLatin, languages } from "../../support/languages.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";
import { tightLines } from "../../support/tight-lines.ts";

const MM = 96 / 25.4;

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

test("on paper, what follows a list stands apart from it, and so does each of its points", async ({
  page,
}) => {
  await page.goto(SERVICE_PAGE);
  await page.emulateMedia({ media: "print" });
  const gaps = (follower: string) =>
    page.locator(`${follower}:visible`).evaluateAll((found) =>
      found.map((element) => {
        const before = element.previousElementSibling?.getBoundingClientRect();
        return element.getBoundingClientRect().top - (before?.bottom ?? 0);
      }),
    );

  const afterLists = await gaps("main .richtext-wrapper > :is(ul, ol) + p");
  const points = await gaps("main .richtext-wrapper > :is(ul, ol) > li + li");
  expect(afterLists.length * points.length).toBeGreaterThan(0);
  for (const gap of afterLists) expect(gap).toBeGreaterThanOrEqual(2 * MM - 0.1);
  for (const gap of points) expect(gap).toBeGreaterThanOrEqual(MM - 0.1);
});

for (const { code, name } of languages) {
  test(`on paper, the service page in ${name} sets no line tighter than its headings`, async ({ page }) => {
    await page.goto(inLanguage(SERVICE_PAGE, code));
    await page.emulateMedia({ media: "print" });
    expect(await tightLines(page)).toEqual([]);
  });
}

import { accessibilityViolations } from "../../../src/site-checks/browser/axe.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

const TERMS = "main details.glossary-term";

test("the service page explains each of its terms once, over all its sections", async ({ page }) => {
  await page.goto(SERVICE_PAGE);

  const questions = await page.locator(`${TERMS} > summary`).allTextContents();
  for (const term of ["presa in carico", "permesso di soggiorno", "servizi sociali", "rifugiato"]) {
    expect(questions).toContain(`Che cosa vuol dire «${term}»?`);
  }
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a term is explained with the keyboard, and its explanation moves no other question", async ({
    page,
  }) => {
    await page.goto(SERVICE_PAGE);
    const row = page.locator(".glossary").filter({ hasText: "carta di soggiorno" }).first();
    const question = row.getByText("Che cosa vuol dire «Unione europea»?");
    const explanation = row.getByText("È un gruppo di Paesi dell’Europa.");
    await expect(explanation).toBeHidden();

    await question.focus();
    const second = row.locator("summary").nth(1);
    const place = () => second.evaluate((node: HTMLElement) => [node.offsetLeft, node.offsetTop]);
    const before = await place();
    await page.keyboard.press("Enter");

    await expect(explanation).toBeVisible();
    expect(await place()).toEqual(before);
  });
});

test("a question is large enough to be touched", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(SERVICE_PAGE);

  for (const question of await page.locator(`${TERMS} > summary`).all()) {
    expect((await question.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  }
});

test("opened explanations break no accessibility rule", async ({ page }) => {
  await page.goto(SERVICE_PAGE);
  await page.locator(TERMS).evaluateAll((found: HTMLDetailsElement[]) => {
    for (const details of found) details.open = true;
  });

  expect(await accessibilityViolations(page)).toEqual([]);
});

test("printed pages have no questions that paper cannot answer", async ({ page }) => {
  await page.goto(SERVICE_PAGE);
  await page.emulateMedia({ media: "print" });

  await expect(page.locator(`${TERMS}:visible`)).toHaveCount(0);
});

import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { collectViolations } from "../../support/csp-violations.ts";
import { REPORT_TOKEN } from "../../support/report-token.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";
import { feedbackForm, nextAnswer } from "./feedback-form.ts";

/** A word that no other test finds. It has no digits, or some would be masked as a number. */
const uniqueWord = (): string =>
  randomUUID()
    .replaceAll("-", "")
    .replace(/\d/g, (digit) => "ghijklmnop".charAt(Number(digit)));

/** Rates the service page with a comment that ends in a word of its own. */
async function comment(page: Page): Promise<{ text: string; word: string }> {
  const word = uniqueWord();
  const text = `Quali documenti porto? ${word}`;
  await page.goto(SERVICE_PAGE);
  const form = feedbackForm(page);
  await form.star(2).check();
  await form.negative.getByLabel("A volte le indicazioni non erano chiare").check();
  const first = nextAnswer(page);
  await form.next.click();
  await first;
  await form.comment.fill(text);
  const second = nextAnswer(page);
  await form.send.click();
  await second;
  return { text, word };
}

test.describe("with the token", () => {
  test.use({ httpCredentials: { username: "ufficio", password: REPORT_TOKEN } });

  test("an editor goes from the figures to a comment, says what becomes of it, and finds it again", async ({
    page,
  }) => {
    const { text, word } = await comment(page);
    const violations = await collectViolations(page);

    await page.goto("/api/report");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rapporto sui pareri");
    await page
      .getByRole("link", { name: /comment. da vedere/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Commenti");

    await page.getByText("Cerca e scegli").click();
    await page.getByLabel("Parole nel commento").fill(word);
    await page.getByRole("button", { name: "Cerca" }).click();
    const card = page.getByRole("article");
    await expect(card).toHaveCount(1);
    await expect(card).toContainText(text);
    await expect(card).toContainText("2 stelle su 5. A volte le indicazioni non erano chiare");
    await expect(card).toContainText("sulle parole di adesso");

    // The queue shows what is to be seen, so that what was taken is no longer in it.
    await card.getByRole("button", { name: /^Presa in carico/ }).click();
    await expect(page.getByRole("status")).toHaveText("Salvato.");
    await expect(card).toHaveCount(0);
    await page.getByRole("link", { name: /^Preso in carico/ }).click();
    await expect(card).toContainText(text);

    await card.getByText(/^Non si fa/).click();
    await card.getByLabel(/Perché non si fa/).fill("Decide la Regione");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: /^Non si fa/ }).click();
    await expect(card).toContainText("Non si fa: Decide la Regione");
    expect(violations).toEqual([]);
  });

  test("the report of a page is about this page alone, and its files obey the same choice", async ({
    page,
  }) => {
    await comment(page);

    await page.goto(`/api/report?page=${encodeURIComponent(SERVICE_PAGE)}`);
    await expect(page.locator(".report-card")).toHaveCount(1);
    await expect(page.getByRole("table", { name: /parole che la pagina aveva/ })).toBeVisible();
    const href = await page.getByRole("link", { name: /CSV/ }).getAttribute("href");
    const csv = await (await page.request.get(href ?? "")).text();
    const lines = csv.trimEnd().split("\r\n").slice(1);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toContain(SERVICE_PAGE);
  });
});

test("without the token nobody sees the report", async ({ request }) => {
  for (const path of ["/api/report", "/api/report/comments"])
    expect((await request.get(path)).status()).toBe(401);
});

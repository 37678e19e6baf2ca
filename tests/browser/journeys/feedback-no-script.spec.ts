import { SERVICE_PAGE } from "../../support/site.ts";
import { ALSO_IN_FIREFOX, expect, test } from "../../support/test.ts";
import { feedbackForm, withoutScripts } from "./feedback-form.ts";

test.use({ javaScriptEnabled: false });

test.beforeEach(async ({ page }) => {
  // An official Firefox cannot be told to disable scripts.
  await withoutScripts(page);
  await page.goto(SERVICE_PAGE);
});

test("posts natively and is thanked", ALSO_IN_FIREFOX, async ({ page }) => {
  const form = feedbackForm(page);
  await form.star(5).check();
  await form.positive.getByLabel("Le indicazioni erano complete").check();
  await form.comment.fill("Tutto chiaro");
  await form.send.click();
  await expect(page).toHaveURL("/grazie/");
  await expect(page.getByRole("main")).toContainText(
    "Grazie, il tuo parere ci aiuterà a migliorare il servizio!",
  );
});

test("the thanks page, when opened directly, requests nothing else and stores no post", async ({ page }) => {
  const methods = new Set<string>();
  page.on("request", (request) => methods.add(request.method()));
  await page.goto("/grazie/");
  await expect(page.getByRole("main")).toBeVisible();
  expect([...methods]).toEqual(["GET"]);
});

test(
  "shows the follow-up and the comment that a rating asks for, by CSS alone",
  ALSO_IN_FIREFOX,
  async ({ page }) => {
    const form = feedbackForm(page);
    for (const hidden of [form.positive, form.negative, form.comment]) await expect(hidden).toBeHidden();
    await form.star(3).check();
    await expect(form.negative).toBeVisible();
    await expect(form.positive).toBeHidden();
    await form.star(4).check();
    await expect(form.positive).toBeVisible();
    await expect(form.negative).toBeHidden();
    await expect(form.comment).toBeVisible();
  },
);

test("sets the comment apart from the follow-up", async ({ page }) => {
  const form = feedbackForm(page);
  await form.star(2).check();
  const followUp = await form.negative.boundingBox();
  const label = await form.root.getByText("Vuoi aggiungere altri dettagli?").boundingBox();
  expect((label?.y ?? 0) - (followUp?.y ?? 0) - (followUp?.height ?? 0)).toBeGreaterThanOrEqual(24);
});

test("gets the form back with an error when no rating was chosen", ALSO_IN_FIREFOX, async ({ page }) => {
  const form = feedbackForm(page);
  await form.send.click();
  await expect(form.summary).toContainText("Scegli un voto da 1 a 5 stelle");
  await form.summary.getByRole("link").click();
  await expect(form.star(1)).toBeFocused();

  await form.star(2).check();
  await form.send.click();
  await expect(page).toHaveURL("/grazie/");
});

test(
  "gets the form back with everything kept when the comment is too long",
  ALSO_IN_FIREFOX,
  async ({ page }) => {
    const form = feedbackForm(page);
    const comment = `${"Parole & <segni> ".repeat(13)}fine`;
    await form.star(2).check();
    await form.negative.getByLabel("Altro").check();
    await form.comment.evaluate((textarea) => {
      textarea.removeAttribute("maxlength");
    });
    await form.comment.fill(comment);
    await form.send.click();

    await expect(form.summary).toContainText("200 caratteri");
    await expect(form.star(2)).toBeChecked();
    await expect(form.negative.getByLabel("Altro")).toBeChecked();
    await expect(form.comment).toHaveValue(comment);

    await form.comment.fill("Più corto");
    await form.send.click();
    await expect(page).toHaveURL("/grazie/");
  },
);

test("keeps the honeypot away from people", async ({ page }) => {
  const trap = page.locator("[name=sito_web]");
  await expect(trap).toHaveAttribute("tabindex", "-1");
  await expect(page.getByRole("textbox", { name: "Lascia vuoto questo campo" })).toHaveCount(0);
});

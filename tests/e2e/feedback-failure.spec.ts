import { expect, test } from "@playwright/test";
import { SHEET } from "../support/site.ts";
import { collectPosts, ENDPOINT, feedbackForm, nextAnswer } from "./feedback-form.ts";

const UNSENT = "Non siamo riusciti a inviare il tuo parere";

test.describe("when sending fails", () => {
  for (const status of [409, 422, 429, 500, 503]) {
    test(`keeps everything and says so on ${status}, and a second try works`, async ({ page }) => {
      await page.goto(SHEET);
      const form = feedbackForm(page);
      await form.star(2).check();
      await form.negative.getByLabel("Altro").check();
      const first = nextAnswer(page);
      await form.next.click();
      await first;
      await page.route(`**${ENDPOINT}`, (route) => route.fulfill({ status, body: "{}" }));
      await form.comment.fill("Da non perdere");
      await form.send.click();

      await expect(form.summary).toContainText(UNSENT);
      await expect(form.comment).toHaveValue("Da non perdere");
      await expect(form.status).toBeEmpty();
      await expect(form.send).toBeEnabled();

      await page.unroute(`**${ENDPOINT}`);
      const retried = nextAnswer(page);
      await form.send.click();
      expect((await retried).ok()).toBe(true);
      await expect(form.status).toContainText("Grazie");
      await expect(form.summary).toBeHidden();
    });
  }

  test("stores the whole opinion at the second step when the network came back", async ({ page }) => {
    await page.goto(SHEET);
    const form = feedbackForm(page);
    const posts = collectPosts(page);
    await page.route(`**${ENDPOINT}`, (route) => route.abort("internetdisconnected"));
    await form.star(4).check();
    await form.next.click();
    await form.comment.fill("Eccomi");
    await form.send.click();
    await expect(form.summary).toContainText(UNSENT);

    await page.unroute(`**${ENDPOINT}`);
    const answer = nextAnswer(page);
    await form.send.click();
    expect((await answer).status()).toBe(201);
    await expect(form.status).toContainText("Grazie");
    expect(new Set(posts.map(({ id }) => id)).size).toBe(1);
  });

  test("thanks only after the server has answered", async ({ page }) => {
    await page.goto(SHEET);
    const form = feedbackForm(page);
    await form.star(4).check();
    const first = nextAnswer(page);
    await form.next.click();
    await first;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(`**${ENDPOINT}`, async (route) => {
      await held;
      await route.continue();
    });
    await form.root.getByRole("button", { name: "Invia" }).click();
    await expect(form.status).toHaveText("Invio in corso…");
    await expect(form.root.getByRole("button", { name: "Invio in corso…" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    release();
    await expect(form.status).toContainText("Grazie");
  });
});

test.describe("when the script fails", () => {
  test("posts natively if the script never arrives", async ({ page }) => {
    await page.route("**/*.js", (route) => route.abort());
    await page.goto(SHEET);
    const form = feedbackForm(page);
    await form.star(4).check();
    await form.comment.fill("Senza script");
    await form.send.click();
    await expect(page).toHaveURL("/grazie/");
    await expect(page.getByRole("main")).toContainText(
      "Grazie, il tuo parere ci aiuterà a migliorare il servizio!",
    );
  });

  for (const [what, breakIt] of [
    ["no source of random numbers", `Object.defineProperty(window, "crypto", { value: undefined })`],
    ["no AbortController", `delete window.AbortController`],
    ["no form data", `window.FormData = undefined`],
    [
      "an error in the middle of init",
      `HTMLElement.prototype.removeAttribute = () => { throw new Error("broken"); }`,
    ],
  ] as const) {
    test(`posts natively in a browser with ${what}`, async ({ page }) => {
      await page.addInitScript(breakIt);
      await page.goto(SHEET);
      const form = feedbackForm(page);
      await form.star(5).check();
      await form.root.locator("[type=submit]").click();
      await expect(page).toHaveURL("/grazie/");
    });
  }
});

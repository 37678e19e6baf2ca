import { SERVICE_PAGE } from "../../support/site.ts";
import { ALSO_IN_FIREFOX, expect, test } from "../../support/test.ts";
import { ENDPOINT, feedbackForm, nextAnswer, storedPosts } from "./feedback-form.ts";

const UNSENT = "Il tuo parere non è stato inviato";

test.describe("when the server refuses", () => {
  test(
    "does not wipe the text, says that nothing was sent, and a second try works",
    ALSO_IN_FIREFOX,
    async ({ page }) => {
      for (const status of [400, 409, 422]) {
        await test.step(String(status), async () => {
          await page.goto(SERVICE_PAGE);
          const form = feedbackForm(page);
          await form.star(2).check();
          await form.negative.getByLabel("Altro").check();
          const first = nextAnswer(page);
          await form.next.click();
          await first;
          await page.route(`**${ENDPOINT}`, (route) => route.fulfill({ status, body: "<h1>No</h1>" }));
          await form.comment.fill("Da non perdere");
          await form.send.click();

          await expect(form.summary).toContainText(UNSENT);
          await expect(form.summary.locator("..")).toBeFocused();
          await expect(form.comment).toHaveValue("Da non perdere");
          await expect(form.status).toBeEmpty();
          await expect(form.send).toBeEnabled();
          expect(await storedPosts(page)).toBeNull();

          await page.unroute(`**${ENDPOINT}`);
          const retried = nextAnswer(page);
          await form.send.click();
          expect((await retried).ok()).toBe(true);
          await expect(form.status).toContainText("Grazie");
          await expect(form.summary).toBeHidden();
        });
      }
    },
  );

  test("shows the server's reason beside the comment and in a summary that links to it", async ({ page }) => {
    await page.goto(SERVICE_PAGE);
    const form = feedbackForm(page);
    await form.star(2).check();
    await form.next.click();
    await form.comment.fill("Non si legge\0");
    await form.send.click();

    const reason = "Il commento contiene caratteri che non si possono leggere. Cancellali e invia di nuovo.";
    await expect(form.summary).toContainText(UNSENT);
    await expect(form.summary.locator("..")).toBeFocused();
    await expect(form.comment).toHaveAccessibleDescription(new RegExp(reason));
    await expect(form.comment).toHaveAttribute("aria-invalid", "true");
    await expect(form.comment).toHaveValue("Non si legge\0");
    await form.summary.getByRole("link", { name: reason }).click();
    await expect(form.comment).toBeFocused();
  });

  test("goes back to the rating when that is what the server refuses", async ({ page }) => {
    await page.goto(SERVICE_PAGE);
    const form = feedbackForm(page);
    await form.star(2).check();
    await form.next.click();
    const error = { pointer: "#/rating", code: "invalid", detail: "Il voto deve essere da 1 a 5 stelle." };
    await page.route(`**${ENDPOINT}`, (route) =>
      route.fulfill({ status: 422, json: { detail: "Controlla.", errors: [error] } }),
    );
    await form.send.click();
    await form.summary.getByRole("link", { name: error.detail }).click();
    await expect(form.star(1)).toBeFocused();
    await expect(form.root.getByRole("group", { name: "Quanto sono chiare" })).toHaveAccessibleDescription(
      error.detail,
    );
  });

  test("takes an error away as soon as it is no longer true", async ({ page }) => {
    await page.goto(SERVICE_PAGE);
    const form = feedbackForm(page);
    const stars = form.root.getByRole("group", { name: "Quanto sono chiare" });
    await form.next.click();
    await expect(form.summary).toBeVisible();
    await expect(stars).toHaveAccessibleDescription(/voto/);
    await form.star(4).check();
    await expect(form.summary).toBeHidden();
    await expect(stars).not.toHaveAccessibleDescription(/./);

    await form.next.click();
    await form.comment.fill("a".repeat(201));
    await form.send.click();
    await expect(form.comment).toHaveAttribute("aria-invalid", "true");
    await form.comment.press("End");
    await form.comment.press("a");
    await expect(form.summary).toBeVisible();
    await form.comment.press("Backspace");
    await form.comment.press("Backspace");
    await expect(form.summary).toBeHidden();
    await expect(form.comment).not.toHaveAttribute("aria-invalid");
    await expect(form.comment).not.toHaveAccessibleDescription(/caratteri di troppo|al massimo/);
  });

  test("gives the reason when it concerns nothing that can be changed in the form", async ({ page }) => {
    await page.goto(SERVICE_PAGE);
    const form = feedbackForm(page);
    await form.star(2).check();
    await form.root
      .locator("[name=page]")
      .evaluate((input: HTMLInputElement) => (input.value = "/non-esiste/"));
    await form.next.click();
    await form.send.click();
    await expect(form.summary).toContainText("La pagina non c’è più. Torna al sito e prova di nuovo.");
  });
});

test(
  "does not show thanks before the server has replied, nor without a reply",
  ALSO_IN_FIREFOX,
  async ({ page }) => {
    await page.goto(SERVICE_PAGE);
    const form = feedbackForm(page);
    await form.star(4).check();
    const first = nextAnswer(page);
    await form.next.click();
    await first;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(`**${ENDPOINT}`, async (route) => {
      await held;
      await route.abort();
    });
    await form.root.getByRole("button", { name: "Invia" }).click();
    await expect(form.status).toHaveText("Invio in corso…");
    await expect(form.root.getByRole("button", { name: "Invio in corso…" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    release();
    await expect(form.status).toContainText("Ora non riusciamo a ricevere il tuo parere.");
    await page.unroute(`**${ENDPOINT}`);
    await expect(form.status).toContainText("Grazie");
  },
);

test.describe("when the script fails", () => {
  test("posts natively if the script never arrives", ALSO_IN_FIREFOX, async ({ page }) => {
    await page.route("**/*.js", (route) => route.abort());
    await page.goto(SERVICE_PAGE);
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
      await page.goto(SERVICE_PAGE);
      const form = feedbackForm(page);
      await form.star(5).check();
      await form.root.locator("[type=submit]").click();
      await expect(page).toHaveURL("/grazie/");
    });
  }
});

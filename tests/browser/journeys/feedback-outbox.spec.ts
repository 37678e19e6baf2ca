import type { Page } from "@playwright/test";
import { SERVICE_PAGE } from "../../support/site.ts";
import { ALSO_IN_FIREFOX, expect, test } from "../../support/test.ts";
import {
  collectPosts,
  ENDPOINT,
  feedbackForm,
  nextAnswer,
  storedPosts,
  type FeedbackForm,
} from "./feedback-form.ts";

const THANKS = "Grazie, il tuo parere ci aiuterà a migliorare il servizio!";
const OFFLINE =
  "Sei senza connessione. Il tuo parere resta su questo dispositivo e parte da solo quando torna la rete.";
const LATER =
  "Ora non riusciamo a ricevere il tuo parere. Resta su questo dispositivo e tra poco parte da solo.";
const UNSENT = "Quello che hai scritto è ancora qui: riprova tra poco.";

/** Opens the service page and sends the first step, which the server stores. */
async function rate(page: Page, rating = 4): Promise<FeedbackForm> {
  await page.goto(SERVICE_PAGE);
  const form = feedbackForm(page);
  await form.star(rating).check();
  const answer = nextAnswer(page);
  await form.next.click();
  expect((await answer).status()).toBe(201);
  return form;
}

/** Replies to posts without letting them reach the server. */
async function answerPosts(page: Page, status: number, headers: Record<string, string> = {}): Promise<void> {
  await page.route(`**${ENDPOINT}`, (route) => route.fulfill({ status, headers, body: "" }));
}

async function loseNetwork(page: Page): Promise<void> {
  await page.context().setOffline(true);
}

async function findNetwork(page: Page): Promise<void> {
  await page.context().setOffline(false);
}

/** Leaves a post in the outbox, as an earlier page view would have. */
async function leavePost(page: Page, { id, hoursAgo = 0 }: { id: string; hoursAgo?: number }): Promise<void> {
  await page.evaluate(
    ([id, since, path]) => {
      const value = (name: string) => document.querySelector<HTMLInputElement>(`[name=${name}]`)?.value;
      const names = ["lang", "formVersion", "pageRevision"];
      const versions = Object.fromEntries(names.map((name) => [name, value(name)]));
      const post = { id, page: path, rating: 3, sito_web: "", ...versions };
      localStorage.setItem("feedback-outbox", JSON.stringify([{ post, since, tries: 0, after: 0 }]));
    },
    [id, Date.now() - hoursAgo * 3_600_000, SERVICE_PAGE] as const,
  );
}

test("keeps nothing on the device when the first try succeeds", async ({ page }) => {
  const form = await rate(page);
  await form.comment.fill("Tutto bene");
  await form.send.click();
  await expect(form.status).toHaveText(THANKS);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
});

test(
  "keeps what is sent offline, says so with the focus, and thanks when the network is back",
  ALSO_IN_FIREFOX,
  async ({ page }) => {
    const form = await rate(page);
    await loseNetwork(page);
    await form.comment.fill("Senza rete");
    await form.send.click();
    await expect(form.status).toContainText(OFFLINE);
    await expect(form.status).toBeFocused();
    await expect(form.status).toBeVisible();
    expect(await storedPosts(page)).toContain("Senza rete");

    const answer = nextAnswer(page);
    await findNetwork(page);
    expect((await answer).status()).toBe(200);
    await expect(form.status).toHaveText(THANKS);
    expect(await storedPosts(page)).toBeNull();
  },
);

test("masks personal data before anything is kept", async ({ page }) => {
  const form = await rate(page);
  await loseNetwork(page);
  await form.comment.fill(
    "Sono RSSMRA85T10A562S, scrivete a mario@example.it o 333 1234567; ho chiamato 0571 878778",
  );
  await form.send.click();
  await expect(form.status).toContainText(OFFLINE);
  const stored = await storedPosts(page);
  expect(stored).toContain("Sono [cod. fiscale], scrivete a [mail] o [tel.]; ho chiamato 0571 878778");
  for (const personal of ["RSSMRA", "mario", "1234567"]) expect(stored).not.toContain(personal);
});

test.describe("when the network went before the form was touched", () => {
  test("keeps rating and comment all the same", ALSO_IN_FIREFOX, async ({ page }) => {
    await page.goto(SERVICE_PAGE);
    const posts = await collectPosts(page);
    await loseNetwork(page);
    const form = feedbackForm(page);
    await form.star(2).check();
    await form.next.click();
    await form.comment.fill("Non trovo la sede.");
    await form.send.click();
    await expect(form.status).toContainText(OFFLINE);
    expect(await storedPosts(page)).toContain("Non trovo la sede.");

    const answer = nextAnswer(page);
    await findNetwork(page);
    expect((await answer).status()).toBe(201);
    await expect(form.status).toHaveText(THANKS);
    expect(posts.at(-1)).toMatchObject({ rating: 2, comment: "Non trovo la sede." });
    expect(await storedPosts(page)).toBeNull();
  });

  test("does not keep a comment that it cannot mask: the text stays in the form, the rating on the device", async ({
    page,
  }) => {
    await page.goto(SERVICE_PAGE);
    await loseNetwork(page);
    const form = feedbackForm(page);
    await form.star(2).check();
    await form.next.click();
    await form.comment.fill("Chiamate 333 1234567");
    await form.send.click();
    await expect(form.summary).toContainText(UNSENT);
    await expect(form.comment).toHaveValue("Chiamate 333 1234567");
    const stored = await storedPosts(page);
    expect(stored).toContain('"rating":2');
    expect(stored).not.toContain("1234567");

    await findNetwork(page);
    const answer = nextAnswer(page);
    await form.send.click();
    expect((await answer).ok()).toBe(true);
    await expect(form.status).toHaveText(THANKS);
    await expect.poll(() => storedPosts(page)).toBeNull();
  });
});

test("does not lose a rating without a comment: the first step is kept and sent automatically", async ({
  page,
}) => {
  await page.goto(SERVICE_PAGE);
  const form = feedbackForm(page);
  await form.star(5).check();
  await answerPosts(page, 503);
  await form.next.click();
  await expect.poll(() => storedPosts(page)).toContain('"rating":5');
  await page.unroute(`**${ENDPOINT}`);

  const answer = nextAnswer(page);
  await page.reload();
  expect((await answer).status()).toBe(201);
  await expect.poll(() => storedPosts(page)).toBeNull();
});

test("replaces the first step with the second", async ({ page }) => {
  await page.goto(SERVICE_PAGE);
  const form = feedbackForm(page);
  await answerPosts(page, 500);
  await form.star(5).check();
  await form.next.click();
  await form.comment.fill("Secondo passo");
  await form.send.click();
  await expect(form.status).toContainText(LATER);
  const stored = JSON.parse((await storedPosts(page)) ?? "") as { post: object }[];
  expect(stored).toHaveLength(1);
  expect(stored[0]?.post).toMatchObject({ rating: 5, comment: "Secondo passo" });
});

for (const status of [429, 500, 503]) {
  test(`keeps a post on ${status}, sends it again without being asked, and thanks`, async ({ page }) => {
    const form = await rate(page);
    await answerPosts(page, status);
    await form.comment.fill("Più tardi");
    await form.send.click();
    await expect(form.status).toContainText(LATER);
    await expect(form.status).toBeFocused();
    await page.unroute(`**${ENDPOINT}`);
    await expect(form.status).toHaveText(THANKS);
    expect(await storedPosts(page)).toBeNull();
  });
}

test("keeps a post that nobody answers within ten seconds", ALSO_IN_FIREFOX, async ({ page }) => {
  const form = await rate(page);
  await page.route(`**${ENDPOINT}`, () => undefined);
  await form.send.click();
  await expect(form.status).toContainText(LATER);
  expect(await storedPosts(page)).not.toBeNull();
});

test("does not send again before the time that Retry-After names, not even on the next page", async ({
  page,
}) => {
  const form = await rate(page);
  const posts = await collectPosts(page);
  await answerPosts(page, 503, { "Retry-After": "8" });
  await form.send.click();
  await expect(form.status).toContainText(LATER);
  await page.unroute(`**${ENDPOINT}`);
  await page.goto("/");
  await expect.poll(() => storedPosts(page)).toBeNull();
  const [first, again, ...more] = posts.map(({ sentAt }) => sentAt);
  expect(more).toEqual([]);
  // The header's seconds are the server's. Half a second allows for the difference between two
  // clocks.
  expect((again ?? 0) - (first ?? 0)).toBeGreaterThan(7500);
});

test("sends on the next page view what was kept on an earlier one", ALSO_IN_FIREFOX, async ({ page }) => {
  const form = await rate(page);
  await page.route(`**${ENDPOINT}`, (route) => route.abort());
  await form.comment.fill("Alla prossima");
  await form.send.click();
  await expect(form.status).toContainText(LATER);
  const posts = await collectPosts(page);
  await page.unroute(`**${ENDPOINT}`);
  await page.goto("/");
  await expect.poll(() => storedPosts(page)).toBeNull();
  expect(posts).toHaveLength(1);
  expect(posts[0]).toMatchObject({ page: SERVICE_PAGE, comment: "Alla prossima" });
});

for (const locks of ["with Web Locks", "without Web Locks"]) {
  test(`two tabs do not send twice, ${locks}, and both know`, ALSO_IN_FIREFOX, async ({ page, context }) => {
    if (locks === "without Web Locks") {
      await context.addInitScript(() => {
        Reflect.deleteProperty(Navigator.prototype, "locks");
      });
    }
    const form = await rate(page);
    const other = await context.newPage();
    await other.goto(SERVICE_PAGE);
    await other.getByRole("radio").first().focus();
    const posts = await collectPosts(page);
    const otherPosts = await collectPosts(other);
    await loseNetwork(page);
    await form.send.click();
    await expect(form.status).toContainText(OFFLINE);
    expect(posts).toHaveLength(1);
    await findNetwork(page);
    await expect(form.status).toHaveText(THANKS);
    expect(await storedPosts(other)).toBeNull();
    // The second page reads the outbox only after the first one is done, and finds it empty.
    await other.waitForTimeout(1000);
    expect(posts.length + otherPosts.length).toBe(2);
  });
}

test.describe("what waits from an earlier page", () => {
  const id = "0a1b2c3d-4e5f-4a6b-8c7d-8e9fa0b1c2d3";

  for (const status of [201, 409, 422]) {
    test(`is erased after a final reply: ${status}`, async ({ page }) => {
      await page.goto(SERVICE_PAGE);
      await leavePost(page, { id });
      await answerPosts(page, status);
      const answer = nextAnswer(page);
      await page.reload();
      await answer;
      await expect.poll(() => storedPosts(page)).toBeNull();
    });
  }

  test("is erased unsent after 24 hours", async ({ page }) => {
    await page.goto(SERVICE_PAGE);
    await leavePost(page, { id, hoursAgo: 24.1 });
    const posts = await collectPosts(page);
    await page.reload();
    await expect.poll(() => storedPosts(page)).toBeNull();
    expect(posts).toEqual([]);
  });

  test("does not load the outbox when there is nothing", async ({ page }) => {
    const scripts: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith(".js")) scripts.push(request.url());
    });
    await page.goto(SERVICE_PAGE);
    const { root, star } = feedbackForm(page);
    // The script has finished by now, and would have loaded the outbox.
    await expect(root.locator("[type=submit]")).toHaveText("Avanti");
    expect(scripts).toHaveLength(1);
    await star(3).focus();
    await expect.poll(() => scripts.length).toBe(2);
  });
});

test(
  "shows the form again with text and reason when a kept post is refused after all",
  ALSO_IN_FIREFOX,
  async ({ page }) => {
    const form = await rate(page);
    await answerPosts(page, 503);
    await form.comment.fill("Da non perdere");
    await form.send.click();
    await expect(form.status).toContainText(LATER);
    await page.unroute(`**${ENDPOINT}`);
    const problem = { status: 409, detail: "Hai già inviato questo parere.", errors: [] };
    await page.route(`**${ENDPOINT}`, (route) => route.fulfill({ status: 409, json: problem }));
    await expect(form.summary).toContainText("Hai già inviato questo parere.");
    await expect(form.comment).toHaveValue("Da non perdere");
    expect(await storedPosts(page)).toBeNull();
  },
);

for (const [what, breakIt] of [
  [
    "denied",
    `Object.defineProperty(window, "localStorage", { get() { throw new DOMException("", "SecurityError"); } })`,
  ],
  ["full", `Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError"); }`],
] as const) {
  test(
    `with storage ${what}, posting online works, and what cannot be kept stays in the form`,
    ALSO_IN_FIREFOX,
    async ({ page }) => {
      await page.addInitScript(breakIt);
      const form = await rate(page);
      await answerPosts(page, 503);
      await form.comment.fill("Resta qui");
      await form.send.click();
      await expect(form.summary).toContainText(UNSENT);
      await expect(form.comment).toHaveValue("Resta qui");

      await page.unroute(`**${ENDPOINT}`);
      await form.send.click();
      await expect(form.status).toHaveText(THANKS);
    },
  );
}

import { element } from "../../support/element.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { ALSO_IN_FIREFOX, expect, test } from "../../support/test.ts";
import { collectPosts, feedbackForm, nextAnswer } from "./feedback-form.ts";

const THANKS = "Grazie, il tuo parere ci aiuterà a migliorare il servizio!";

test.beforeEach(async ({ page }) => {
  await page.goto(SERVICE_PAGE);
});

test(
  "stores the rating at the first step and completes it with the comment at the second",
  ALSO_IN_FIREFOX,
  async ({ page }) => {
    const form = feedbackForm(page);
    const posts = await collectPosts(page);

    await form.star(4).check();
    await form.positive.getByLabel("Le indicazioni erano chiare").check();
    const first = nextAnswer(page);
    await form.next.click();
    expect((await first).status()).toBe(201);

    await form.comment.fill("  Ho capito\ntutto. ");
    const second = nextAnswer(page);
    await form.send.click();
    expect((await second).status()).toBe(200);
    await expect(form.status).toHaveText(THANKS);

    expect(posts).toHaveLength(2);
    expect(posts[0]).toMatchObject({
      page: SERVICE_PAGE,
      rating: 4,
      answer: "clear",
      lang: "it",
      sito_web: "",
    });
    expect(posts[0]).not.toHaveProperty("comment");
    expect(posts[1]).toEqual({
      ...posts[0],
      comment: "Ho capito\ntutto.",
      sentAt: expect.any(Number) as unknown,
    });
  },
);

test("takes a rating without a follow-up answer and without a comment", async ({ page }) => {
  const form = feedbackForm(page);
  await form.star(1).check();
  const first = nextAnswer(page);
  await form.next.click();
  expect((await first).status()).toBe(201);
  const second = nextAnswer(page);
  await form.send.click();
  expect((await second).status()).toBe(200);
  await expect(form.status).toHaveText(THANKS);
});

test("shows only the question and the button until a rating is chosen", async ({ page }) => {
  const form = feedbackForm(page);
  await expect(element(form.root, "feedback-title")).toBeVisible();
  await expect(form.next).toBeVisible();
  for (const hidden of [form.positive, form.negative, form.comment, form.back, form.summary]) {
    await expect(hidden).toBeHidden();
  }
});

test("shows the matching follow-up in the same task as the choice, and not the other", async ({ page }) => {
  const visibleAfterClick = await page.evaluate(() => {
    const find = (name: string) => document.querySelector<HTMLElement>(`[data-element="${name}"]`);
    return [1, 2, 3, 4, 5, 5, 3].map((rating) => {
      find(`feedback-rate-${rating}`)?.click();
      return ["positive", "negative"].filter((kind) => find(`feedback-rating-${kind}`)?.checkVisibility());
    });
  });
  expect(visibleAfterClick.flat()).toEqual([
    "negative",
    "negative",
    "negative",
    "positive",
    "positive",
    "positive",
    "negative",
  ]);
});

test(
  "sends nothing on choosing a star, and changes nothing on choosing it again",
  ALSO_IN_FIREFOX,
  async ({ page }) => {
    const form = feedbackForm(page);
    const posts = await collectPosts(page);
    await element(form.root, "feedback-rate-2").click();
    await form.negative.getByLabel("Altro").check();
    const before = await form.root.innerHTML();
    await element(form.root, "feedback-rate-2").click();
    expect(await form.root.innerHTML()).toBe(before);
    await expect(form.star(2)).toBeChecked();
    await expect(form.negative.getByLabel("Altro")).toBeChecked();
    expect(posts).toEqual([]);
  },
);

test("does not send an answer that was given to an earlier rating", async ({ page }) => {
  const form = feedbackForm(page);
  const posts = await collectPosts(page);
  await form.star(5).check();
  await form.positive.getByLabel("Altro").check();
  await form.star(2).check();
  const answer = nextAnswer(page);
  await form.next.click();
  expect((await answer).status()).toBe(201);
  expect(posts[0]).toMatchObject({ rating: 2 });
  expect(posts[0]).not.toHaveProperty("answer");
});

test("corrects the rating under the same id when the citizen goes back", async ({ page }) => {
  const form = feedbackForm(page);
  const posts = await collectPosts(page);
  await form.star(5).check();
  const first = nextAnswer(page);
  await form.next.click();
  await first;

  await form.comment.fill("Da tenere");
  await form.back.click();
  await form.star(3).check();
  const second = nextAnswer(page);
  await form.next.click();
  expect((await second).status()).toBe(200);
  await expect(form.comment).toHaveValue("Da tenere");
  expect(posts.map(({ rating }) => rating)).toEqual([5, 3]);
  expect(posts[1]?.["id"]).toBe(posts[0]?.["id"]);
});

test("does not send the first step again when the citizen goes back and changes nothing", async ({
  page,
}) => {
  const form = feedbackForm(page);
  const posts = await collectPosts(page);
  await form.star(5).check();
  await form.next.click();
  await form.back.click();
  await form.next.click();
  await expect(form.comment).toBeVisible();
  expect(posts).toHaveLength(1);
});

test("sends each step once on a double click", async ({ page }) => {
  const form = feedbackForm(page);
  const posts = await collectPosts(page);
  await form.star(5).check();
  await form.next.dblclick();
  await expect(form.comment).toBeVisible();
  expect(posts).toHaveLength(1);
  await form.send.dblclick();
  await expect(form.status).toHaveText(THANKS);
  expect(posts).toHaveLength(2);
});

test("counts the characters as the server does, and does not cut a text that is too long", async ({
  page,
}) => {
  const form = feedbackForm(page);
  const posts = await collectPosts(page);
  await form.star(5).check();
  const first = nextAnswer(page);
  await form.next.click();
  await first;
  await expect(form.root.getByText("Caratteri rimasti: 200")).toBeVisible();
  await form.comment.fill("  e\u0300\n ");
  await expect(form.root.getByText("Caratteri rimasti: 199")).toBeVisible();

  await form.comment.fill("a".repeat(205));
  await expect(form.root.getByText("Caratteri di troppo: 5")).toBeVisible();
  await form.send.click();
  await expect(form.summary).toContainText("Accorcia il testo: al massimo 200 caratteri");
  await expect(form.comment).toHaveAttribute("aria-invalid", "true");
  await expect(form.comment).toHaveAccessibleDescription(/Accorcia il testo/);
  await expect(form.comment).toHaveValue("a".repeat(205));
  expect(posts).toHaveLength(1);

  await form.comment.fill("a".repeat(200));
  await form.send.click();
  await expect(form.status).toHaveText(THANKS);
});

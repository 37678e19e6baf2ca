import type { Locator, Page, Request, Response } from "@playwright/test";
import { element } from "../../support/element.ts";

export const ENDPOINT = "/api/feedback";

/** The feedback form of a page, located by visible and accessible names. */
export interface FeedbackForm {
  root: Locator;
  star: (rating: number) => Locator;
  positive: Locator;
  negative: Locator;
  comment: Locator;
  next: Locator;
  back: Locator;
  send: Locator;
  summary: Locator;
  status: Locator;
}

export function feedbackForm(page: Page): FeedbackForm {
  const root = element(page, "feedback");
  return {
    root,
    star: (rating) => root.getByRole("radio", { name: new RegExp(`^Valuta ${rating} stell`) }),
    positive: element(root, "feedback-rating-positive"),
    negative: element(root, "feedback-rating-negative"),
    comment: root.getByRole("textbox", { name: "Vuoi aggiungere altri dettagli?" }),
    next: root.getByRole("button", { name: "Avanti" }),
    back: root.getByRole("button", { name: "Indietro" }),
    send: root.getByRole("button", { name: "Invia" }),
    summary: root.getByRole("alert"),
    status: root.getByRole("status"),
  };
}

/** Waits for the endpoint's next reply. */
export function nextAnswer(page: Page): Promise<Response> {
  return page.waitForResponse((response) => isPost(response.request()));
}

/** A post and the time when it is sent, in milliseconds since the epoch. */
export interface SentPost extends Record<string, unknown> {
  sentAt: number;
}

/**
 * Collects every post from now on, even after the page is left. The returned array grows. The posts
 * are read inside the page, because Firefox does not report request bodies to Playwright.
 */
export async function collectPosts(page: Page): Promise<SentPost[]> {
  const posts: SentPost[] = [];
  await page.exposeFunction("recordPost", (body: string) => {
    posts.push({ ...(JSON.parse(body) as Record<string, unknown>), sentAt: Date.now() });
  });
  await page.addInitScript(recordFetches);
  await page.evaluate(recordFetches);
  return posts;
}

function recordFetches(): void {
  const send = window.fetch.bind(window);
  const { recordPost } = window as typeof window & { recordPost: (body: unknown) => void };
  window.fetch = (url, init) => {
    recordPost(init?.body);
    return send(url, init);
  };
}

/** The outbox as text, or null when it is empty. */
export function storedPosts(page: Page): Promise<string | null> {
  return page.evaluate(() => localStorage.getItem("feedback-outbox"));
}

/** Makes a page work as it does without scripts. */
export async function withoutScripts(page: Page): Promise<void> {
  await page.route("**/*.js", (route) => route.abort());
}

function isPost(request: Request): boolean {
  return request.method() === "POST" && new URL(request.url()).pathname === ENDPOINT;
}

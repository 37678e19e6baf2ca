import type { Locator, Page, Request, Response } from "@playwright/test";
import { element } from "../support/element.ts";

export const ENDPOINT = "/api/feedback";

/** The feedback form of a page, by what a citizen sees and a screen reader says. */
export interface FeedbackForm {
  root: Locator;
  star(rating: number): Locator;
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

/** The page's next answer from the endpoint. */
export function nextAnswer(page: Page): Promise<Response> {
  return page.waitForResponse((response) => isPost(response.request()));
}

/** What the page posts from now on, as it goes: the array grows. */
export function collectPosts(page: Page): Record<string, unknown>[] {
  const posts: Record<string, unknown>[] = [];
  page.on("request", (request) => {
    if (isPost(request)) posts.push(request.postDataJSON() as Record<string, unknown>);
  });
  return posts;
}

function isPost(request: Request): boolean {
  return request.method() === "POST" && new URL(request.url()).pathname === ENDPOINT;
}

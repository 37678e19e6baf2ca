import { isPositive, type FeedbackPost, type Rating } from "../../../src/shared/feedback-contract.ts";

/**
 * What the form holds, as a post. The server checks it.
 * @param comment normalised; absent in the first step
 */
export function readPost(form: HTMLFormElement, id: string, comment?: string): FeedbackPost {
  const data = Object.fromEntries(new FormData(form));
  const rating = Number(data["rating"]) as Rating;
  // The other follow-up, not displayed, may hold an answer to an earlier rating.
  const kind = isPositive(rating) ? "positive" : "negative";
  const answer = form.querySelector<HTMLInputElement>(`[data-element$=${kind}] :checked`)?.value;
  // What is undefined is not in the JSON that is sent.
  return { ...data, id, rating, answer, comment } as FeedbackPost;
}

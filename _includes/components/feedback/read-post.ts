import { isPositive, type FeedbackPost, type Rating } from "../../../src/shared/feedback-contract.ts";

/**
 * Reads the form as a post. The server validates it.
 * @param comment normalised; absent in the first step
 */
export function readPost(form: HTMLFormElement, id: string, comment?: string): FeedbackPost {
  const data = Object.fromEntries(new FormData(form));
  const rating = Number(data["rating"]) as Rating;
  // The follow-up that is not displayed may hold an answer to an earlier rating.
  const kind = isPositive(rating) ? "positive" : "negative";
  const answer = form.querySelector<HTMLInputElement>(`[data-element$=${kind}] :checked`)?.value;
  // JSON leaves out what is undefined.
  return { ...data, id, rating, answer, comment } as FeedbackPost;
}

import type { Answer } from "../../../shared/feedback-contract.ts";
import type { State } from "../posts.ts";

/** The answers as the Italian form words them. A test compares the two. */
export const ANSWER_LABELS: Readonly<Record<Answer, string>> = {
  clear: "Le indicazioni erano chiare",
  complete: "Le indicazioni erano complete",
  "on-track": "Capivo sempre che stavo procedendo correttamente",
  "no-technical-problems": "Non ho avuto problemi tecnici",
  unclear: "A volte le indicazioni non erano chiare",
  incomplete: "A volte le indicazioni non erano complete",
  "off-track": "A volte non capivo se stavo procedendo correttamente",
  "technical-problems": "Ho avuto problemi tecnici",
  other: "Altro",
};

/** What the office does with a comment. */
export const STATE_LABELS: Readonly<Record<State, string>> = {
  new: "Da vedere",
  "in-hand": "Preso in carico",
  done: "Fatto",
  declined: "Non si fa",
};

/** The answer that a code stands for. A code of another version stays as it is. */
export function answerLabel(code: string): string {
  return new Map<string, string>(Object.entries(ANSWER_LABELS)).get(code) ?? code;
}

/** A rating in words: `4 stelle su 5`. */
export function ratingLabel(rating: number): string {
  return `${rating} ${rating === 1 ? "stella" : "stelle"} su 5`;
}

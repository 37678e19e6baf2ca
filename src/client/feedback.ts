import { createDelivery } from "../../_includes/components/feedback/delivery.ts";
import { createFeedback } from "../../_includes/components/feedback/feedback.ts";
import type * as outbox from "../../_includes/components/feedback/outbox/outbox.ts";

/** Where posts go, and the address of the outbox's script: see src/assets/script.ts. */
declare const FEEDBACK_URL: string;
declare const OUTBOX_URL: string;

/** Sends all posts of a page. */
export const delivery = createDelivery(
  FEEDBACK_URL,
  // If an import fails, a browser remembers it by the address with its fragment for as long as the
  // page is open. A new fragment makes it try again.
  (failures) => import(`${OUTBOX_URL}#${failures}`) as Promise<typeof outbox>,
);

/** Makes the feedback form of a page, whose posts `delivery` sends. */
export function createFeedbackForm(root: HTMLElement): ReturnType<typeof createFeedback> {
  return createFeedback(root, delivery);
}

import { createDelivery } from "../../_includes/components/feedback/delivery.ts";
import { createFeedback } from "../../_includes/components/feedback/feedback.ts";
import type * as outbox from "../../_includes/components/feedback/outbox/outbox.ts";

/** Where posts go, and the address of the outbox's script: see src/assets/script.ts. */
declare const FEEDBACK_URL: string;
declare const OUTBOX_URL: string;

/** The one way of a page's posts. */
export const delivery = createDelivery(
  FEEDBACK_URL,
  // A browser remembers for a page's whole life that an import failed, by its address with the fragment.
  (failures) => import(`${OUTBOX_URL}#${failures}`) as Promise<typeof outbox>,
);

/** The feedback form of a page, whose posts go that way. */
export function createFeedbackForm(root: HTMLElement): ReturnType<typeof createFeedback> {
  return createFeedback(root, delivery);
}

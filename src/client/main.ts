import { createLanguageOffer } from "../../_includes/components/language-offer/language-offer.ts";
import { createPhoneLine } from "../../_includes/components/phone-line/phone-line.ts";
import { createReadAloud } from "../../_includes/components/read-aloud/read-aloud.ts";
import { createFeedbackForm, delivery } from "./feedback.ts";

interface Component {
  init(): void;
  destroy(): void;
}

/** Enhances each match. If that fails, the page stays as the server sent it. */
function enhance(selector: string, create: (root: HTMLElement) => Component): void {
  for (const root of document.querySelectorAll<HTMLElement>(selector)) {
    let component: Component | undefined;
    try {
      component = create(root);
      component.init();
    } catch (error) {
      component?.destroy();
      reportError(error);
    }
  }
}

enhance("[data-schedule]", createPhoneLine);
enhance("[data-element=feedback]", createFeedbackForm);
enhance(".language-list", createLanguageOffer);
if ("speechSynthesis" in window) enhance("[data-read-aloud]", createReadAloud);
// Sends what an earlier page could not.
delivery.resume();

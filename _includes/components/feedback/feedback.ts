import {
  isPositive,
  MAX_COMMENT_LENGTH,
  normalizeComment,
  type Rating,
} from "../../../src/shared/feedback-contract.ts";
import { showError } from "./error-summary.ts";
import { findParts } from "./parts.ts";
import { randomUuid } from "./random-uuid.ts";
import { createSend } from "./send.ts";

/** From how many characters left on the count is spoken, every ten. */
const SPOKEN_FROM = 20;

/**
 * Turns the feedback form into two steps sent by fetch: rating and follow-up, then comment. The first step is stored
 * on its own, since many people stop there; the second completes it under the same id.
 * @param root the element with `data-element="feedback"`; its `data-*` attributes hold the texts.
 * @throws Error when the markup lacks a part. Nothing is changed then, and the form posts natively.
 */
export function createFeedback(root: HTMLElement): { init(): void; destroy(): void } {
  const { form, errors, ratingStep, ratings, rating, commentStep, comment, counter, back, submit, status } =
    findParts(root);
  const submitLabel = submit.textContent;

  const listeners = new AbortController();
  const send = createSend(form.action);
  let id = randomUuid();
  let inFirstStep = true;
  let sending = false;
  let firstBody = "";

  function showStep(first: boolean): void {
    inFirstStep = first;
    ratingStep.hidden = !first;
    commentStep.hidden = first;
    back.hidden = first;
    submit.textContent = first ? text("next") : submitLabel;
    clearErrors();
  }

  function body(): string {
    const data = Object.fromEntries(new FormData(form));
    const kind = isPositive(Number(data["rating"]) as Rating) ? "positive" : "negative";
    const answer = form.querySelector<HTMLInputElement>(`[data-element=feedback-rating-${kind}] :checked`);
    return JSON.stringify({
      ...data,
      id,
      rating: Number(data["rating"]),
      // The other follow-up, not displayed, may hold an answer to an earlier rating.
      answer: answer?.value,
      comment: inFirstStep ? undefined : normalizeComment(comment.control.value),
    });
  }

  function goBack(event: Event): void {
    if (sending || isRepeated(event)) return;
    showStep(true);
    focus(ratings);
  }

  function ignoreRepeated(event: Event): void {
    if (isRepeated(event)) event.preventDefault();
  }

  function finishStep(event: Event): void {
    if (inFirstStep) finishFirstStep();
    else if (!sending) void finishSecondStep();
    // Last, so that the browser posts the form itself should a line above fail.
    event.preventDefault();
  }

  function finishFirstStep(): void {
    if (!form.querySelector("[name=rating]:checked")) {
      fail("unrated", rating);
      return;
    }
    const next = body();
    if (next !== firstBody) void send(next);
    firstBody = next;
    showStep(false);
    focus(commentStep);
  }

  async function finishSecondStep(): Promise<void> {
    if (charactersLeft() < 0) {
      fail("tooLong", comment);
      comment.control.ariaInvalid = "true";
      return;
    }
    clearErrors();
    sending = true;
    submit.ariaDisabled = "true";
    submit.textContent = status.textContent = text("sending");
    const answered = await send(body());
    sending = false;
    submit.ariaDisabled = null;
    submit.textContent = submitLabel;
    status.textContent = "";
    if (answered === 200 || answered === 201) {
      thank();
      return;
    }
    // This id can no longer be completed: the next try stands on its own.
    if (answered === 409) id = randomUuid();
    fail("unsent");
  }

  function thank(): void {
    form.hidden = true;
    status.className = "cmp-rating-thanks h4 mb-0";
    status.textContent = text("thanks");
    focus(status);
  }

  function fail(message: string, field?: typeof rating): void {
    clearErrors();
    showError(errors, text("problem"), text(message), field);
  }

  function clearErrors(): void {
    comment.control.ariaInvalid = null;
    for (const element of [errors, rating.beside, comment.beside]) element.textContent = "";
  }

  function charactersLeft(): number {
    return MAX_COMMENT_LENGTH - normalizeComment(comment.control.value).length;
  }

  function count(): void {
    const left = charactersLeft();
    counter.textContent = text(left < 0 ? "over" : "left").replace("{count}", `${Math.abs(left)}`);
    if (left <= SPOKEN_FROM && left % 10 === 0) status.textContent = counter.textContent;
  }

  function listen(target: EventTarget, type: string, listener: (event: Event) => void): void {
    target.addEventListener(type, listener, { signal: listeners.signal });
  }

  function text(name: string): string {
    return root.dataset[name] ?? "";
  }

  return {
    init(): void {
      // The server has just refused a native post and filled this form in: it stands as it is.
      if (errors.hasChildNodes()) return;
      // The limit is told, not enforced by cutting what is pasted.
      comment.control.removeAttribute("maxlength");
      count();
      showStep(true);
      listen(comment.control, "input", count);
      listen(back, "click", goBack);
      listen(submit, "click", ignoreRepeated);
      listen(form, "submit", finishStep);
    },
    destroy(): void {
      listeners.abort();
      showStep(true);
      commentStep.hidden = false;
      submit.textContent = submitLabel;
      counter.textContent = "";
      comment.control.maxLength = MAX_COMMENT_LENGTH;
    },
  };
}

/** The second click of a double click meets the next step's buttons: it must neither send nor go back. */
function isRepeated(event: Event): boolean {
  return event instanceof MouseEvent && event.detail > 1;
}

function focus(element: HTMLElement): void {
  element.tabIndex = -1;
  element.focus();
}

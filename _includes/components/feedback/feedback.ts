import { MAX_COMMENT_LENGTH, normalizeComment } from "../../../src/shared/feedback-contract.ts";
import type { Delivery, Outcome } from "./delivery.ts";
import { type ErrorField, type FormError, showErrors } from "./error-summary.ts";
import { createFind } from "./find.ts";
import { isSent, type Reply } from "./post.ts";
import { randomUuid } from "./random-uuid.ts";
import { readPost } from "./read-post.ts";

/** From this number of remaining characters on, the count is announced at every ten. */
const ANNOUNCED_FROM = 20;

/**
 * Turns the feedback form into two steps: first the rating and the follow-up, then the comment. The
 * first step is sent on its own, because many people stop there. The second completes it under the
 * same id. At the end the citizen sees whether the post was sent, is kept on the device to be sent
 * later, or was refused. In the last case the form is shown again as it was.
 * @param root the element with `data-element="feedback"`, whose `data-*` attributes hold the texts
 * @throws Error if a part of the markup is missing; nothing has been changed then,
 * and the form posts natively
 */
export function createFeedback(root: HTMLElement, delivery: Delivery): { init(): void; destroy(): void } {
  const find = createFind(root);
  const form = find("form") as HTMLFormElement;
  const errors = find(".cmp-rating-errors");
  const ratingStep = find(".cmp-rating-first");
  const ratings = find(".rating");
  const commentStep = find(".cmp-rating-comment");
  const textarea = find("textarea") as HTMLTextAreaElement;
  const counter = find("[data-counter]");
  const back = find("[type=button]");
  const submit = find("[type=submit]");
  const status = find("[role=status]");
  const rating = { control: find("[name=rating]"), beside: find("#feedback-rating-error") };
  const comment = { control: textarea, beside: find("#feedback-comment-error") };
  const fields: Record<string, ErrorField | undefined> = { rating, answer: rating, comment };
  const submitLabel = submit.textContent;

  const listeners = new AbortController();
  let id = randomUuid();
  let inFirstStep = true;
  let sending = false;
  let firstSent = "";

  function showStep(first: boolean): void {
    inFirstStep = first;
    ratingStep.hidden = !first;
    commentStep.hidden = first;
    back.hidden = first;
    submit.textContent = first ? text("next") : submitLabel;
    clearErrors();
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
    // This comes last: if a line above fails, the browser posts the form itself.
    event.preventDefault();
  }

  function finishFirstStep(): void {
    if (!isRated()) {
      fail("problem", { message: text("unrated"), field: rating });
      return;
    }
    const post = readPost(form, id);
    const next = JSON.stringify(post);
    // The citizen learns the outcome at the end, because the second step repeats
    // everything in this one.
    if (next !== firstSent) void delivery.deliver(post);
    firstSent = next;
    showStep(false);
    focus(commentStep);
  }

  async function finishSecondStep(): Promise<void> {
    if (isTooLong()) {
      fail("problem", { message: text("tooLong"), field: comment });
      return;
    }
    clearErrors();
    sending = true;
    submit.setAttribute("aria-disabled", "true");
    submit.textContent = status.textContent = text("sending");
    const outcome = await delivery.deliver(readPost(form, id, normalizedComment()));
    sending = false;
    submit.removeAttribute("aria-disabled");
    submit.textContent = submitLabel;
    status.textContent = "";
    await conclude(outcome);
  }

  async function conclude({ reply, kept }: Outcome): Promise<void> {
    if (isSent(reply)) {
      showEnd("thanks");
    } else if (kept) {
      showEnd(navigator.onLine ? "later" : "offline");
      await conclude({ reply: await kept });
    } else {
      refuse(reply);
    }
  }

  /**
   * The message takes the place and the height of the form, so that nothing else on the
   * page moves when it appears.
   */
  function showEnd(state: "thanks" | "later" | "offline"): void {
    status.style.minBlockSize ||= `${form.offsetHeight}px`;
    status.className = state === "thanks" ? "cmp-rating-end cmp-rating-thanks" : "cmp-rating-end";
    status.textContent = text(state);
    // Only the first message takes the focus. A later one is announced, and leaves
    // the focus where it is.
    if (!form.hidden) focus(status);
    form.hidden = true;
  }

  function refuse({ status: code, problem }: Reply): void {
    // This id can no longer be completed, so the next attempt needs another one.
    if (code === 409) id = randomUuid();
    status.className = "visually-hidden";
    status.style.minBlockSize = status.textContent = "";
    form.hidden = false;
    const found: FormError[] = Array.from(problem?.errors ?? [], ({ pointer, detail }) => ({
      message: detail,
      field: fields[pointer.slice(2)],
    }));
    if (found.some(({ field }) => field === rating)) showStep(true);
    fail("refused", { message: problem?.detail ?? text("unsent") }, ...found);
  }

  function fail(title: string, ...found: FormError[]): void {
    clearErrors();
    showErrors(errors, text(title), found);
    if (found.some(({ field }) => field === comment)) textarea.setAttribute("aria-invalid", "true");
    errors.focus();
  }

  function clearErrors(): void {
    textarea.removeAttribute("aria-invalid");
    for (const element of [errors, rating.beside, comment.beside]) element.textContent = "";
  }

  /** Errors that a field can correct go as soon as they are no longer true. */
  function clearCorrected(): void {
    if (errors.querySelector("a") && isRated() && !isTooLong()) clearErrors();
  }

  function isRated(): boolean {
    return Boolean(form.querySelector("[name=rating]:checked"));
  }

  function isTooLong(): boolean {
    return normalizedComment().length > MAX_COMMENT_LENGTH;
  }

  /** The comment as the server counts and stores it. */
  function normalizedComment(): string {
    return normalizeComment(textarea.value);
  }

  function count(): void {
    const left = MAX_COMMENT_LENGTH - normalizedComment().length;
    counter.textContent = text(left < 0 ? "over" : "left").replace("{count}", `${Math.abs(left)}`);
    if (left <= ANNOUNCED_FROM && left % 10 === 0) status.textContent = counter.textContent;
  }

  function listen(target: EventTarget, type: string, listener: (event: Event) => void): void {
    target.addEventListener(type, listener, { signal: listeners.signal });
  }

  function text(name: string): string {
    return root.dataset[name] ?? "";
  }

  return {
    init(): void {
      // The server has just refused a native post and filled in this form, so it stays as it is.
      if (errors.hasChildNodes()) return;
      // The script tells the limit, and does not cut off what is pasted.
      textarea.removeAttribute("maxlength");
      count();
      showStep(true);
      listen(textarea, "input", count);
      listen(form, "input", clearCorrected);
      listen(back, "click", goBack);
      listen(submit, "click", ignoreRepeated);
      listen(form, "submit", finishStep);
      for (const use of ["pointerover", "focusin", "change"]) listen(form, use, delivery.prepare);
    },
    destroy(): void {
      listeners.abort();
      showStep(true);
      commentStep.hidden = false;
      submit.textContent = submitLabel;
      counter.textContent = "";
      textarea.maxLength = MAX_COMMENT_LENGTH;
    },
  };
}

/**
 * True for the second click of a double click. It would hit the buttons of the next step, so it
 * must neither send nor go back.
 */
function isRepeated(event: Event): boolean {
  return event instanceof MouseEvent && event.detail > 1;
}

function focus(element: HTMLElement): void {
  element.tabIndex = -1;
  element.focus();
}

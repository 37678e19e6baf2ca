import { dayPhrase, lineState, type Schedule } from "../../../src/shared/opening-hours.ts";

const MINUTE_MS = 60_000;

/**
 * Keeps a phone line's state ("Aperto ora, fino alle 11:00") true while the page is open.
 * @param root the paragraph with `data-schedule`, a {@link Schedule} as JSON, and its two sentences, `data-open`
 *   and `data-reopens`; optionally `data-days`, the words of `dayPhrase`, joined by "|". The element is no live region:
 *   a change is there to be read, not announced.
 * @throws SyntaxError or RangeError from `init` when the schedule is not valid.
 */
export function createPhoneLine(root: HTMLElement): { init(): void; destroy(): void } {
  const { schedule = "", open = "", reopens = "", days } = root.dataset;
  let timer: number | undefined;

  function update(): void {
    clearTimeout(timer);
    const now = new Date();
    const state = lineState(JSON.parse(schedule) as Schedule, now);
    const text = state ? sentence(state) : "";
    root.toggleAttribute("data-is-open", state?.open === true && text !== "");
    setText(text);
    timer = window.setTimeout(update, MINUTE_MS - (now.getTime() % MINUTE_MS));
  }

  function sentence(state: NonNullable<ReturnType<typeof lineState>>): string {
    // Of a line that does not close within a day, the hours beside it say enough.
    if (state.open) return state.closesAt === undefined ? "" : open.replace("{time}", state.closesAt);
    return reopens
      .replace("{day}", dayPhrase(state.next, document.documentElement.lang, days?.split("|")))
      .replace("{time}", state.next.time);
  }

  function setText(text: string): void {
    if (root.textContent !== text) root.textContent = text;
  }

  return {
    init(): void {
      update();
      document.addEventListener("visibilitychange", update);
    },
    destroy(): void {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", update);
      root.textContent = "";
    },
  };
}

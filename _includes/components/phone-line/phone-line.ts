import { dayPhrase, lineState, type Schedule } from "../../../src/shared/opening-hours.ts";

const MINUTE_MS = 60_000;

/**
 * Keeps a phone line's state ("Aperto ora, fino alle 11:00") true while the page is open. The
 * element is not a live region, because a change is there to be read and not to be announced.
 * @param root the paragraph with `data-schedule`, a {@link Schedule} as JSON, and two sentences in
 * `data-open` and `data-reopens`. It may have `data-days`, the words for `dayPhrase` joined by "|".
 * @throws SyntaxError or RangeError from `init` if the schedule is not valid
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
    // If the line does not close within a day, the hours beside it say enough.
    if (state.open) return state.closesAt === undefined ? "" : open.replace("{time}", state.closesAt);
    return reopens
      .replace(
        "{day}",
        dayPhrase(state.next, document.documentElement.dataset["lang"] ?? "", days?.split("|")),
      )
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

import { STATES } from "./posts.ts";
import type { PostFilter, State } from "./posts.ts";
import { addressesOf, versionsOf } from "./rated-pages.ts";
import type { ReportedSite } from "./rated-pages.ts";
import { isSinceChange, readSelection, selectedDays } from "./selection.ts";
import type { KnownNames, Selection } from "./selection.ts";

/** Which posts a list or an export shows: those of a selection, and of them a part. */
export interface PostSelection {
  selection: Selection;
  /** Only posts with a comment, whatever words of the page they are about. */
  commented: boolean;
  state: State | undefined;
  /** A part of the comment. */
  words: string | undefined;
}

/**
 * Reads which posts to show from the texts of an address or of a command: see
 * {@link readSelection}.
 * @param commented whether only posts with a comment are meant
 */
export function readPostSelection(
  texts: Partial<Record<string, string>>,
  known: KnownNames,
  commented: boolean,
): PostSelection & { problems: readonly string[] } {
  const { selection, problems } = readSelection(texts, known);
  const { state = "" } = texts;
  // No stored text has this character, and the database takes none that has it.
  const words = (texts["words"] ?? "").replaceAll("\0", " ").trim();
  const chosen = STATES.find((name) => name === state);
  const wrong = state !== "" && !chosen ? [`«${state}» non è uno stato: ${STATES.join(", ")}`] : [];
  return {
    selection,
    commented,
    state: chosen,
    words: words === "" ? undefined : words,
    problems: [...problems, ...wrong],
  };
}

/**
 * The posts of a selection, as the database selects them.
 * @param today the day in Italy
 */
export function postFilter(
  site: ReportedSite,
  { selection, commented, state, words }: PostSelection,
  today: string,
): PostFilter {
  const { page, lang } = selection;
  const current = () => versionsOf(site).map((version) => `${version.page} ${version.revision}`);
  return {
    ...selectedDays(selection, today),
    pages: page === undefined ? undefined : addressesOf(site, page),
    lang,
    state,
    words,
    commented,
    // Nobody should miss a comment because the page has changed since.
    revisions: isSinceChange(selection) && !commented ? current() : undefined,
  };
}

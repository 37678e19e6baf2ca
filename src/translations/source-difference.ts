import { structuredPatch } from "diff";
import type { ContentPage, StaleSection } from "../content-model/content-page.ts";
import { contentSections } from "../content-model/translations/source-sections.ts";
import type { HistoryGap, PastTexts } from "./source-history.ts";

const GAPS: Readonly<Record<HistoryGap, string>> = {
  "no-history": "Il testo di prima non si può mostrare: qui non c'è la storia di git.",
  shallow:
    "Il testo di prima non si può mostrare: qui c'è solo una parte della storia di git. Scaricala tutta con «git fetch --unshallow».",
  "never-committed": "Il testo di prima non si può mostrare: non è mai stato salvato in git.",
};

/** Lines around a changed one: enough to reach the heading or paragraph above it. */
const CONTEXT = 2;

/**
 * A section of a translation whose source has changed: where it is, where its source is, and the source's difference
 * line by line; where history does not have the text that was translated, the reason and the text of today.
 */
export function describeStale(
  { file }: ContentPage,
  section: StaleSection,
  source: ContentPage,
  { texts, gap }: PastTexts,
): string[] {
  const today = contentSections(source).find(({ id }) => id === section.id);
  const place = `${file}:${section.line}: «${section.label}»`;
  if (!today) return [`${place}: in italiano questa parte non c'è più, ${source.file}`];
  const sourcePlace = `${source.file}:${today.line}`;
  if (section.followed === undefined) {
    return [`${place}: in italiano è una parte nuova, ${sourcePlace}`, ...marked("+ ", today.text)];
  }
  const before = texts.get(section.followed);
  const heading = `${place}: il testo italiano è cambiato, ${sourcePlace}`;
  if (before !== undefined) return [heading, ...difference(before, today.text)];
  return [heading, `    ${GAPS[gap ?? "never-committed"]} Il testo di oggi:`, ...marked("  ", today.text)];
}

function difference(before: string, after: string): string[] {
  // Both end in a line feed: nothing is said about its lack.
  const { hunks } = structuredPatch("", "", `${before}\n`, `${after}\n`, "", "", { context: CONTEXT });
  if (hunks.length === 0) return ["    Il testo è lo stesso, in un altro punto della pagina."];
  return hunks.flatMap(({ lines }, index) => [
    ...(index > 0 ? ["    …"] : []),
    ...lines.map((line) => `    ${line[0]} ${line.slice(1)}`.trimEnd()),
  ]);
}

function marked(mark: string, text: string): string[] {
  return text.split("\n").map((line) => `    ${mark}${line}`.trimEnd());
}

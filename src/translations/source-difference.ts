import { structuredPatch } from "diff";
import type { StaleSection } from "../content-model/reading/content-page.ts";
import type { HistoryGap, PastTexts } from "./source-history.ts";
import type { StaleSource } from "./stale-sources.ts";

const GAPS: Readonly<Record<HistoryGap, string>> = {
  "no-history": "Il testo di prima non si può mostrare: qui non c'è la storia di git.",
  shallow:
    "Il testo di prima non si può mostrare: qui c'è solo una parte della storia di git. Scaricala tutta con «git fetch --unshallow».",
  "never-committed": "Il testo di prima non si può mostrare: non è mai stato salvato in git.",
};

/** Lines around a changed one: enough to reach the heading or paragraph above it. */
const CONTEXT = 2;

/** A section whose source has changed, in a file that translates it. */
export interface StalePlace {
  file: string;
  section: StaleSection;
}

/**
 * What changed in the source of some stale sections, which translate the same text: where each stands, where the source
 * is, and its difference line by line; where history does not have the text that was translated, the reason and the
 * text of today.
 */
export function describeStale(
  places: readonly [StalePlace, ...StalePlace[]],
  source: Pick<StaleSource, "file" | "sections">,
  { texts, gap }: PastTexts,
): string[] {
  const [
    {
      section: { id, followed },
    },
  ] = places;
  const today = source.sections.find((section) => section.id === id);
  const sourcePlace = `${source.file}:${today?.line ?? 1}`;
  const before = followed === undefined ? undefined : texts.get(followed);
  const headings = (what: string): string[] =>
    places.map(({ file, section }) => `${file}:${section.line}: «${section.label}»: ${what}, ${sourcePlace}`);
  if (!today) return headings("in italiano questa parte non c'è più");
  if (followed === undefined)
    return [...headings("in italiano è una parte nuova"), ...marked("+ ", today.text)];
  if (before !== undefined) {
    return [...headings("il testo italiano è cambiato"), ...difference(before, today.text)];
  }
  return [
    ...headings("il testo italiano è cambiato"),
    `    ${GAPS[gap ?? "never-committed"]} Il testo di oggi:`,
    ...marked("  ", today.text),
  ];
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

import { structuredPatch } from "diff";
import type { PageSource } from "./page-source.ts";
import type { HistoryGap } from "./past-sources.ts";

const GAPS: Readonly<Record<HistoryGap, string>> = {
  "no-history": "qui non c'è la storia di git.",
  shallow: "qui c'è solo una parte della storia di git. Scaricala tutta con «git fetch --unshallow».",
  "never-committed": "non è mai stato salvato in git.",
};

/** Lines around a changed one: enough to reach the heading or paragraph above it. */
const CONTEXT = 2;

/** What changed in a page, line by line, each place with its line of today. */
export function sourceDifference(before: PageSource, today: PageSource): string[] {
  // Both end in one line feed: nothing is said of how their files end.
  const text = ({ lines }: PageSource): string =>
    `${lines
      .map((line) => line.text)
      .join("\n")
      .trimEnd()}\n`;
  const { hunks } = structuredPatch("", "", text(before), text(today), "", "", { context: CONTEXT });
  return hunks.flatMap(({ newStart, lines }) => [
    `  Dalla riga ${today.lines[newStart - 1]?.line ?? 1}:`,
    ...lines.map((line) => `    ${line[0]} ${line.slice(1)}`.trimEnd()),
  ]);
}

/** Why what changed cannot be shown, and what to do then. */
export function noDifference(gap: HistoryGap | undefined): string {
  return `  Il testo di prima non si può mostrare: ${GAPS[gap ?? "never-committed"]} Confronta tutta la pagina.`;
}

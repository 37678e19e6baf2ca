import { readFile } from "node:fs/promises";
import path from "node:path";
import { structuredPatch } from "diff";
import type { LoadedSite } from "../content-model/compile-site.ts";
import type { Page } from "../content-model/reading/page.ts";
import { displayPath, type SiteDirs } from "../content-model/reading/site-dirs.ts";
import { type PageSource, pageSource } from "./page-source.ts";
import { type HistoryGap, pastSources } from "./past-sources.ts";
import { describeStatus, isComplete, translationStatus } from "./translation-status.ts";

/** What there is to do about a site's translations. */
export interface TranslationsReport {
  /** For a person to read. */
  lines: string[];
  /** True if every page is translated and follows its source as it is now. */
  isComplete: boolean;
}

/**
 * Reports what changed in the source of each stale translation, then the status of each language.
 * It reads the Git history.
 */
export async function translationsReport(dirs: SiteDirs, loaded: LoadedSite): Promise<TranslationsReport> {
  const { facts, pages, problems } = loaded;
  if (!facts) return { lines: [], isComplete: false };
  const { languages } = facts.site;
  if (languages.length === 1) return { lines: ["Il sito ha una lingua sola."], isComplete: true };
  const status = translationStatus(pages, {
    languages,
    contentFolder: displayPath(dirs, dirs.content),
    unread: new Set(problems.map(({ file }) => file)),
  });
  return {
    lines: [...(await staleReport(dirs, pages)), ...status.flatMap(describeStatus)],
    isComplete: status.every(isComplete),
  };
}

async function staleReport(dirs: SiteDirs, pages: readonly Page[]): Promise<string[]> {
  const stale = Map.groupBy(
    pages.filter(({ translation }) => translation?.isStale),
    ({ translation }) => translation?.source.url,
  );
  const lines: string[] = [];
  for (const { file, url } of pages) {
    const translations = stale.get(url);
    // Each source once, however many languages translate it.
    if (translations) lines.push(...(await changedSource(dirs, file, translations)));
  }
  return lines;
}

/** What changed in a source, once for all translations that followed the same revision. */
async function changedSource(
  { root }: SiteDirs,
  file: string,
  translations: readonly Page[],
): Promise<string[]> {
  const followed = Map.groupBy(translations, ({ translation }) => translation?.follows ?? "");
  const place = path.resolve(root, file);
  const today = pageSource(await readFile(place));
  const { byRevision, gap } = await pastSources(place, new Set(followed.keys()));
  return [...followed].flatMap(([revision, own]) => {
    const before = byRevision.get(revision);
    return [
      `${file}: il testo italiano è cambiato dopo la traduzione in`,
      ...own.map((page) => `    ${page.file}`),
      ...(before ? sourceDifference(before, today) : [missingDifference(gap)]),
      "",
    ];
  });
}

const GAPS: Readonly<Record<HistoryGap, string>> = {
  "no-history": "qui non c'è la storia di git.",
  shallow: "qui c'è solo una parte della storia di git. Scaricala tutta con «git fetch --unshallow».",
  "never-committed": "non è mai stato salvato in git.",
};

/** Lines around a changed one, enough to show the heading or paragraph above it. */
const CONTEXT = 2;

/** What changed in a page, line by line. Each place has its line number of today. */
function sourceDifference(before: PageSource, today: PageSource): string[] {
  const { hunks } = structuredPatch("", "", textOf(before), textOf(today), "", "", { context: CONTEXT });
  return hunks.flatMap(({ newStart, lines }) => [
    `  Dalla riga ${today.lines[newStart - 1]?.line ?? 1}:`,
    ...lines.map((line) => `    ${line[0]} ${line.slice(1)}`.trimEnd()),
  ]);
}

/** Ends in exactly one line feed, so that the ends of the files make no difference. */
function textOf({ lines }: PageSource): string {
  const texts = lines.map(({ text }) => text);
  return `${texts.join("\n").trimEnd()}\n`;
}

/** Why the change cannot be shown, and what to do instead. */
function missingDifference(gap: HistoryGap | undefined): string {
  return `  Il testo di prima non si può mostrare: ${GAPS[gap ?? "never-committed"]} Confronta tutta la pagina.`;
}

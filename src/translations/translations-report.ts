import path from "node:path";
import type { LoadedSite } from "../content-model/compile-site.ts";
import { displayPath, type SiteDirs } from "../content-model/reading/site-dirs.ts";
import { describeStale, type StalePlace } from "./source-difference.ts";
import { pastTexts } from "./source-history.ts";
import { type StaleSource, staleSources } from "./stale-sources.ts";
import { statusReport } from "./status-report.ts";
import { translationStatus } from "./translation-status.ts";

/** What there is to do about a site's translations. */
export interface TranslationsReport {
  /** For a person to read. */
  lines: string[];
  /** Whether every page is translated and follows its source as it is. */
  isComplete: boolean;
}

/** Every stale section with its source's difference, then the state of each language. Reads the git history. */
export async function translationsReport(dirs: SiteDirs, loaded: LoadedSite): Promise<TranslationsReport> {
  const { facts, pages, problems, dataTranslations } = loaded;
  if (!facts) return { lines: [], isComplete: false };
  const { languages } = facts.site;
  if (languages.length === 1) return { lines: ["Il sito ha una lingua sola."], isComplete: true };
  const status = translationStatus(pages, {
    languages,
    contentFolder: displayPath(dirs, dirs.content),
    dataTranslations,
    unread: new Set(problems.map(({ file }) => file)),
  });
  return {
    lines: [...(await staleReport(dirs, staleSources(loaded))), ...status.flatMap(statusReport)],
    isComplete: status.every(
      (language) => language.missing.length + language.unrecorded.length + language.stale.length === 0,
    ),
  };
}

async function staleReport(dirs: SiteDirs, sources: readonly StaleSource[]): Promise<string[]> {
  const lines: string[] = [];
  for (const source of sources) {
    const places = source.translations.flatMap(({ file, stale }) =>
      stale.map((section) => ({ file, section })),
    );
    const revisions = new Set(places.flatMap(({ section }) => section.followed ?? []));
    // Once a source, however many languages translate it.
    const past = await pastTexts(path.resolve(dirs.root, source.file), revisions, source.read);
    for (const group of groupByText(places)) lines.push(...describeStale(group, source, past), "");
  }
  return lines;
}

/** The places that translate the same text of the same section. */
function groupByText(places: readonly StalePlace[]): [StalePlace, ...StalePlace[]][] {
  const groups = new Map<string, [StalePlace, ...StalePlace[]]>();
  for (const place of places) {
    const key = `${place.section.id} ${place.section.followed}`;
    const group = groups.get(key);
    if (group) group.push(place);
    else groups.set(key, [place]);
  }
  return [...groups.values()];
}

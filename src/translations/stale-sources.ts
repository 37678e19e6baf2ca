import type { LoadedSite } from "../content-model/compile-site.ts";
import type { StaleSection } from "../content-model/reading/content-page.ts";
import { contentSections, type SourceSection } from "../content-model/translations/source-sections.ts";
import { readDataOf, readPage } from "./read-sections.ts";
import type { ReadSections } from "./source-history.ts";
import { isOutOfDate } from "./translation-status.ts";

/** A file of the source language with the translations that do not follow it as it is. */
export interface StaleSource {
  file: string;
  /** Its parts as they are. */
  sections: readonly SourceSection[];
  /** Reads the parts of the file as it once was. */
  read: ReadSections;
  translations: { file: string; stale: readonly StaleSection[] }[];
}

/** Every source that has changed since it was translated: pages, then interface strings and glossary. */
export function staleSources({
  pages,
  dataTranslations,
}: Pick<LoadedSite, "pages" | "dataTranslations">): StaleSource[] {
  const stalePages = pages.filter(isOutOfDate);
  const ofPages = pages.map((source) => ({
    file: source.file,
    sections: contentSections(source),
    read: readPage,
    translations: stalePages
      .filter(({ translation }) => translation?.sourceUrl === source.url)
      .map(({ file, translation }) => ({ file, stale: translation?.stale ?? [] })),
  }));
  const byFile = Map.groupBy(dataTranslations, ({ source }) => source.file);
  const ofData = [...byFile.values()].flatMap((translations) => {
    const [first] = translations;
    if (!first) return [];
    const recorded = translations.filter(({ isRecorded }) => isRecorded);
    return [{ ...first.source, read: readDataOf(first.folder), translations: recorded }];
  });
  return [...ofPages, ...ofData].filter(({ translations }) =>
    translations.some(({ stale }) => stale.length > 0),
  );
}

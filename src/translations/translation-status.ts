import type { ContentPage } from "../content-model/reading/content-page.ts";
import type { Site } from "../content-model/schemas/site.ts";
import type { DataTranslation } from "../content-model/translations/data-translations.ts";

/** How far the translations in one language are. */
export interface LanguageStatus {
  code: string;
  name: string;
  /** How many pages there are to translate. */
  total: number;
  /** The files that a complete translation would have besides. */
  missing: string[];
  /** Files that record no revision of their source. */
  unrecorded: string[];
  /** Files whose source has changed. */
  stale: string[];
  /** Pages that nobody has compared with their source. */
  unreviewed: string[];
}

/** What the pages are compared with. */
export interface StatusContext {
  /** The source language first. */
  languages: Site["languages"];
  /** The folder of the languages' folders, as in the pages' file names. */
  contentFolder: string;
  /** Interface strings and glossaries of every language. */
  dataTranslations: readonly DataTranslation[];
  /** Files that are there but could not be read as pages. */
  unread: ReadonlySet<string>;
}

/** The state of every language but the source's. */
export function translationStatus(
  pages: readonly ContentPage[],
  { languages, contentFolder, dataTranslations, unread }: StatusContext,
): LanguageStatus[] {
  const [source, ...others] = languages;
  // An easy version is in easy language of the source: what another language needs is another text.
  const sources = pages.filter(({ lang, data }) => lang === source?.code && data.layout !== "easy");
  return others.map(({ code, name }) => {
    const own = pages.filter(({ lang }) => lang === code);
    const ownData = dataTranslations.filter(({ lang }) => lang === code);
    const translated = new Set(own.map(({ translation }) => translation?.sourceUrl));
    const fileOf = ({ file, lang }: ContentPage): string =>
      `${contentFolder}/${code}/${file.slice(`${contentFolder}/${lang}/`.length)}`;
    const untranslated = sources.filter(({ url }) => !translated.has(url)).map(fileOf);
    return {
      code,
      name,
      total: sources.length,
      missing: untranslated.filter((file) => !unread.has(file)),
      unrecorded: [
        ...own.filter((page) => !isRecorded(page)),
        ...ownData.filter((data) => !data.isRecorded),
      ].map(fileName),
      stale: [
        ...own.filter(isOutOfDate),
        ...ownData.filter((data) => data.isRecorded && data.stale.length > 0),
      ].map(fileName),
      unreviewed: own.filter(({ translation }) => translation?.reviewedBy === undefined).map(fileName),
    };
  });
}

function fileName({ file }: { file: string }): string {
  return file;
}

/** Whether a translation does not follow its source as it is. */
export function isStale({ translation }: ContentPage): boolean {
  return translation !== undefined && translation.stale.length > 0;
}

/** Whether a translation follows an earlier text of its source: one that records nothing follows none. */
export function isOutOfDate(page: ContentPage): boolean {
  return isRecorded(page) && isStale(page);
}

/** Whether a translation says which revision of at least one section it follows. */
function isRecorded({ translation }: ContentPage): boolean {
  const stale = translation?.stale ?? [];
  return stale.length === 0 || stale.some(({ followed }) => followed !== undefined);
}

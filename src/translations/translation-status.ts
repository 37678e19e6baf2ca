import type { ContentPage } from "../content-model/content-page.ts";
import type { Site } from "../content-model/site.ts";

/** How far the translations in one language are. */
export interface LanguageStatus {
  code: string;
  name: string;
  /** How many pages there are to translate. */
  total: number;
  /** The files that a complete translation would have besides. */
  missing: string[];
  /** Pages that record no revision of their source. */
  unrecorded: ContentPage[];
  /** Pages whose source has changed. */
  stale: ContentPage[];
  /** Pages that nobody has compared with their source. */
  unreviewed: ContentPage[];
}

/** What the pages are compared with. */
export interface StatusContext {
  /** The source language first. */
  languages: Site["languages"];
  /** The folder of the languages' folders, as in the pages' file names. */
  contentFolder: string;
  /** Files that are there but could not be read as pages. */
  unread: ReadonlySet<string>;
}

/** The state of every language but the source's. */
export function translationStatus(
  pages: readonly ContentPage[],
  { languages, contentFolder, unread }: StatusContext,
): LanguageStatus[] {
  const [source, ...others] = languages;
  // An easy version is in easy language of the source: what another language needs is another text.
  const sources = pages.filter(({ lang, data }) => lang === source?.code && data.layout !== "easy");
  return others.map(({ code, name }) => {
    const own = pages.filter(({ lang }) => lang === code);
    const translated = new Set(own.map(({ translation }) => translation?.sourceUrl));
    const fileOf = ({ file, lang }: ContentPage): string =>
      `${contentFolder}/${code}/${file.slice(`${contentFolder}/${lang}/`.length)}`;
    const untranslated = sources.filter(({ url }) => !translated.has(url)).map(fileOf);
    return {
      code,
      name,
      total: sources.length,
      missing: untranslated.filter((file) => !unread.has(file)),
      unrecorded: own.filter((page) => !isRecorded(page)),
      stale: own.filter((page) => isRecorded(page) && isStale(page)),
      unreviewed: own.filter(({ translation }) => translation?.reviewedBy === undefined),
    };
  });
}

/** Whether a translation does not follow its source as it is. */
export function isStale({ translation }: ContentPage): boolean {
  return translation !== undefined && translation.stale.length > 0;
}

/** Whether a translation says which revision of at least one section it follows. */
function isRecorded({ translation }: ContentPage): boolean {
  const stale = translation?.stale ?? [];
  return stale.length === 0 || stale.some(({ followed }) => followed !== undefined);
}

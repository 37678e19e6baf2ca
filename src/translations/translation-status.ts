import type { Page } from "../content-model/reading/page.ts";
import type { Site } from "../content-model/schemas/site.ts";

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
  /** Files that are there but could not be read as pages. */
  unread: ReadonlySet<string>;
}

/** The state of every language but the source's. */
export function translationStatus(
  pages: readonly Page[],
  { languages, contentFolder, unread }: StatusContext,
): LanguageStatus[] {
  const [source, ...others] = languages;
  // An easy version is in easy language of the source: what another language needs is another text.
  const sources = pages.filter(({ lang, data }) => lang === source?.code && data.layout !== "easy");
  return others.map(({ code, name }) => {
    const own = pages.filter(({ lang }) => lang === code);
    const filesWith = (isSuch: (translation: Page["translation"]) => boolean): string[] =>
      own.filter(({ translation }) => isSuch(translation)).map(({ file }) => file);
    const translated = new Set(own.map(({ translation }) => translation?.source.url));
    const fileOf = ({ file, lang }: Page): string =>
      `${contentFolder}/${code}/${file.slice(`${contentFolder}/${lang}/`.length)}`;
    const untranslated = sources.filter(({ url }) => !translated.has(url)).map(fileOf);
    return {
      code,
      name,
      total: sources.length,
      missing: untranslated.filter((file) => !unread.has(file)),
      unrecorded: filesWith((translation) => translation?.follows === undefined),
      stale: filesWith((translation) => translation?.isStale === true),
      unreviewed: filesWith((translation) => translation?.reviewedBy === undefined),
    };
  });
}

/** Whether there is nothing to translate, to record or to bring up to date. */
export function isComplete({ missing, unrecorded, stale }: LanguageStatus): boolean {
  return missing.length + unrecorded.length + stale.length === 0;
}

/** A language's state for a person to read: how much there is, and the files of what there is to do. */
export function describeStatus({ code, name, total, missing, ...pages }: LanguageStatus): string[] {
  const translated = total - missing.length;
  return [
    `${name} (${code}): ${translated} di ${total} pagine`,
    ...listed("da tradurre", missing, total),
    ...listed("da registrare", pages.unrecorded, translated),
    ...listed("da aggiornare", pages.stale, translated),
    ...listed("da far controllare", pages.unreviewed, translated),
  ];
}

/** One file a line; of all there is no need to name each. */
function listed(what: string, names: readonly string[], total: number): string[] {
  if (names.length === 0) return [];
  if (names.length === total && total > 1) return [`  ${what}: tutte`];
  return [`  ${what}: ${names.length}`, ...names.map((name) => `    ${name}`)];
}

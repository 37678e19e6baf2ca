import type { Page } from "../content-model/reading/page.ts";
import { MAY_STAY_UNTRANSLATED } from "../content-model/schemas/front-matter.ts";
import type { Site } from "../content-model/schemas/site.ts";

/** How far the translations in one language are. */
export interface LanguageStatus {
  code: string;
  name: string;
  /** How many pages there are to translate. */
  total: number;
  /** The files that are missing for a complete translation. */
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
  /** The source language comes first. */
  languages: Site["languages"];
  /** The folder that contains the languages' folders, as in the file names of pages. */
  contentFolder: string;
  /** Files that exist but could not be read as pages. */
  unread: ReadonlySet<string>;
}

/** The status of every language except the source language. */
export function translationStatus(
  pages: readonly Page[],
  { languages, contentFolder, unread }: StatusContext,
): LanguageStatus[] {
  const [source, ...others] = languages;
  // An easy page is not translated: it is written for readers of the source language, and another
  // language needs a text of its own.
  const sources = pages.filter(
    ({ lang, data: { layout } }) =>
      lang === source?.code && layout !== "easy" && !MAY_STAY_UNTRANSLATED.includes(layout),
  );
  return others.map(({ code, name }) => {
    const own = pages.filter(({ lang }) => lang === code);
    const filesWith = (matches: (translation: Page["translation"]) => boolean): string[] =>
      own.filter(({ translation }) => matches(translation)).map(({ file }) => file);
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

/** True if there is nothing to translate, to record or to update. */
export function isComplete({ missing, unrecorded, stale }: LanguageStatus): boolean {
  return missing.length + unrecorded.length + stale.length === 0;
}

/**
 * Describes a language's status for a person to read: how much is done, and the
 * files that need work.
 */
export function describeStatus({ code, name, total, missing, ...pages }: LanguageStatus): string[] {
  const translated = total - missing.length;
  return [
    `${name} (${code}): ${translated} di ${total} pagine`,
    ...listFiles("da tradurre", missing, total),
    ...listFiles("da registrare", pages.unrecorded, translated),
    ...listFiles("da aggiornare", pages.stale, translated),
    ...listFiles("da far controllare", pages.unreviewed, translated),
  ];
}

/** One file a line. If the list has all of them, they need not be named. */
function listFiles(what: string, names: readonly string[], total: number): string[] {
  if (names.length === 0) return [];
  if (names.length === total && total > 1) return [`  ${what}: tutte`];
  return [`  ${what}: ${names.length}`, ...names.map((name) => `    ${name}`)];
}

import type { StaleSection } from "../reading/content-page.ts";
import type { Problem } from "../problems/problem.ts";
import type { DataDocuments, LanguageDocument } from "../reading/read-data.ts";
import { dataTexts } from "./data-texts.ts";
import { type FollowedTexts, TEXT_FOLDERS, type TextFolder } from "./followed-texts.ts";
import type { SourceSection } from "./source-sections.ts";
import { notRecorded, staleWarnings } from "./stale-warnings.ts";

/** How the words of a language in a file of `_data` stand to the Italian ones. */
export interface DataTranslation {
  lang: string;
  folder: TextFolder;
  file: string;
  source: { file: string; sections: readonly SourceSection[] };
  /** Whether anybody ever recorded which Italian texts it follows. */
  isRecorded: boolean;
  /** Texts that have changed since. */
  stale: readonly StaleSection[];
}

/** Sets the interface strings and the glossary of every language beside the Italian ones. */
export function dataTranslations(
  documents: Pick<DataDocuments, "strings" | "glossaries">,
  follows: Readonly<Record<string, FollowedTexts>>,
  sourceLanguage: string | undefined,
): DataTranslation[] {
  const files = { i18n: documents.strings, glossary: documents.glossaries };
  return TEXT_FOLDERS.flatMap((folder) => {
    const source = files[folder].find(({ lang }) => lang === sourceLanguage)?.document;
    if (!source) return [];
    const sections = dataTexts(folder, source);
    return files[folder]
      .filter(({ lang }) => lang !== sourceLanguage)
      .map((own) => {
        const { lang, document } = own;
        const followed = follows[lang]?.[folder] ?? {};
        return {
          lang,
          folder,
          file: document.file,
          source: { file: source.file, sections },
          isRecorded: Object.keys(followed).length > 0,
          stale: staleTexts(own, folder, sections, followed),
        };
      });
  });
}

function staleTexts(
  { document }: LanguageDocument,
  folder: TextFolder,
  sections: readonly SourceSection[],
  followed: Readonly<Record<string, string>>,
): StaleSection[] {
  // A text that is not translated at all follows none: see missing-words.ts.
  const translated = dataTexts(folder, document).map(({ id }) => id);
  return sections
    .filter(({ id, revision }) => translated.includes(id) && followed[id] !== revision)
    .map(({ id, label, revision }) => ({
      id,
      label,
      line: document.lineOf([id]),
      followed: followed[id],
      current: revision,
    }));
}

/** Words of which nobody recorded what they follow. */
export function unrecordedData(translations: readonly DataTranslation[]): Problem[] {
  return translations.filter(({ isRecorded }) => !isRecorded).map(({ file }) => notRecorded(file, 1));
}

/** Words whose Italian text has changed since. */
export function staleDataWarnings(translations: readonly DataTranslation[]): Problem[] {
  return translations
    .filter(({ isRecorded }) => isRecorded)
    .flatMap(({ file, source, stale }) => staleWarnings(file, source.file, stale));
}

import type { Problem } from "../problems/problem.ts";
import type { LanguageDocument } from "../reading/data-file.ts";
import type { PartialPage } from "../reading/page.ts";
import type { DataDocuments } from "../reading/read-data.ts";
import type { SameAsItalian } from "../schemas/same-as-italian.ts";
import { checkSameFacts, checkSameLinks, checkSameNumbers, newNumberWarnings } from "./check-same-items.ts";
import { checkSameHeadings, checkSameLists } from "./check-same-shape.ts";
import {
  checkUntranslatedPage,
  checkUntranslatedTexts,
  checkUntranslatedWords,
} from "./check-untranslated.ts";
import { pairedParts } from "./paired-sections.ts";

/** Checks that a translation says what its source says, and says it in another language. */
export function checkTranslation(page: PartialPage, same: SameAsItalian): Problem[] {
  return [
    ...checkSameHeadings(page),
    ...pairedParts(page).flatMap((part) => [
      ...checkSameLists(part),
      ...checkSameFacts(part),
      ...checkSameLinks(part),
    ]),
    ...checkSameNumbers(page),
    ...checkUntranslatedPage(page, same),
  ];
}

/** Warnings about a translation, which do not stop the build. */
export function translationWarnings(page: PartialPage): Problem[] {
  return [...staleWarnings(page), ...newNumberWarnings(page)];
}

function staleWarnings({ file, frontMatter, translation }: PartialPage): Problem[] {
  if (!translation?.isStale) return [];
  const line = frontMatter?.lineOf(["translation", "follows"]) ?? 1;
  const message = `il testo italiano è cambiato dopo la traduzione: ${translation.source.file}; che cosa è cambiato lo dice «npm run check:translations»`;
  return [{ file, line, message }];
}

/** Checks that a language's interface texts, vocabulary and glossary are translated. */
export function checkTranslatedData(
  documents: DataDocuments,
  same: SameAsItalian,
  sourceLanguage: string | undefined,
): Problem[] {
  const isTranslated = ({ lang }: LanguageDocument): boolean => lang !== sourceLanguage;
  const glossary = documents.glossaries.find(({ lang }) => lang === sourceLanguage)?.document;
  return [
    ...documents.vocabularies.flatMap((words) => checkUntranslatedWords(words, same)),
    ...documents.strings
      .filter(isTranslated)
      .flatMap((strings) => checkUntranslatedTexts(strings, documents.referenceStrings, ["*"], same)),
    ...documents.glossaries
      .filter(isTranslated)
      .flatMap((terms) => [
        ...checkUntranslatedTexts(terms, glossary, ["*", "term"], same),
        ...checkUntranslatedTexts(terms, glossary, ["*", "explanation"], same),
      ]),
  ];
}

import type { SourceDocument } from "../documents/source-document.ts";
import { textsAt } from "../documents/texts-at.ts";
import type { DraftPage } from "../draft-page.ts";
import type { Problem } from "../problem.ts";
import type { LanguageDocument } from "../read-data.ts";
import { quote } from "../wording.ts";
import { frontMatterTexts, markdownTexts, type PageText } from "./page-texts.ts";
import { italianPieces, type SameAsItalian, untranslated } from "./same-as-italian.ts";

/** No text or sentence of a translated page stands in its source as well. */
export function checkUntranslatedPage(page: DraftPage, same: SameAsItalian): Problem[] {
  const source = page.translation?.source;
  if (!source) return [];
  const italian = italianPieces(pageTexts(source).map(({ text }) => text));
  return pageTexts(page).flatMap(({ text, line }) =>
    untranslated(text, page.lang, italian, same).map((found) => problem(page.file, line, found)),
  );
}

/** No interface string says the same as the Italian one. */
export function checkUntranslatedStrings(
  { lang, document }: LanguageDocument,
  reference: SourceDocument | undefined,
  same: SameAsItalian,
): Problem[] {
  const italian = new Map(textsAt(reference, ["*"]).map(({ text, path }) => [path[0], text]));
  return checkEntries(document, lang, (key) => italian.get(key), same);
}

/** No word of the data is left as it is. */
export function checkUntranslatedWords({ lang, document }: LanguageDocument, same: SameAsItalian): Problem[] {
  return checkEntries(document, lang, String, same);
}

function checkEntries(
  document: SourceDocument,
  lang: string,
  italianOf: (key: PropertyKey) => string | undefined,
  same: SameAsItalian,
): Problem[] {
  return textsAt(document, ["*"]).flatMap(({ text, path }) => {
    const italian = italianOf(path[0] ?? "");
    if (italian === undefined) return [];
    return untranslated(text, lang, italianPieces([italian]), same).map((found) =>
      problem(document.file, document.lineOf(path), found),
    );
  });
}

function pageTexts(page: DraftPage): PageText[] {
  return [...frontMatterTexts(page), ...markdownTexts(page.body?.tokens ?? [])];
}

function problem(file: string, line: number, found: string): Problem {
  const message = `testo uguale all'italiano: ci vuole la traduzione; qui c'è ${quote(found)}; se deve restare così, scrivilo in same-as-italian.json`;
  return { file, line, message };
}

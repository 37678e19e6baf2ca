import { memoizeByIdentity } from "../../shared/memoize.ts";
import { type SourceDocument, textsAt } from "../documents/source-document.ts";
import { createTermFinder } from "../markdown/find-terms.ts";
import { isRunningText, ownWords } from "../markdown/inline-text.ts";
import { allHeadings, allTokens } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { didYouMean, oneOf, quote } from "../problems/wording.ts";
import type { LanguageDocument } from "../reading/data-file.ts";
import { languagePrefix } from "../reading/page-url.ts";
import type { PartialPage } from "../reading/page.ts";
import { type Glossary, glossary } from "../schemas/glossary.ts";

/**
 * Checks the glossaries of the other languages against that of the source language, and against the
 * pages that use its terms.
 * @param languages language codes, the source language first
 */
export function checkGlossary(
  documents: readonly LanguageDocument[],
  pages: readonly PartialPage[],
  languages: readonly string[],
): Problem[] {
  const source = documents.find(({ lang }) => lang === languages[0]);
  const others = documents.filter((other) => other !== source);
  if (!source || others.length === 0) return [];
  const uses = usesInSource(source, pages);
  return others.flatMap((other) => [
    ...unknownTerms(other.document, source.document),
    ...unusedTerms(other, uses, pages, languages),
  ]);
}

/** The pages of the source language, each with the terms that it uses. */
interface SourceUses {
  terms: Glossary;
  pages: readonly { page: PartialPage; uses: ReadonlyMap<string, number> }[];
}

interface Terms {
  /** Undefined if the glossary is wrong. */
  terms: Glossary | undefined;
  find: (text: string) => string[];
}

/** In `npm run dev`, most glossaries stay the same from one save to the next. */
const termsOf = memoizeByIdentity((document: SourceDocument): Terms => {
  const terms = glossary.safeParse(document.value).data;
  return { terms, find: createTermFinder(terms ?? {}) };
});

function usesInSource({ lang, document }: LanguageDocument, pages: readonly PartialPage[]): SourceUses {
  const { terms = {}, find } = termsOf(document);
  const own = pages.filter((page) => page.lang === lang);
  return { terms, pages: own.map((page) => ({ page, uses: firstUses(page, find) })) };
}

function unknownTerms(document: SourceDocument, source: SourceDocument): Problem[] {
  const known = keysOf(source);
  return keysOf(document)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      file: document.file,
      line: document.lineOf([key]),
      message: `chiave sconosciuta: ci vogliono solo le chiavi di ${source.file}; qui c'è ${quote(key)}${didYouMean(key, known)}`,
    }));
}

function keysOf(document: SourceDocument): string[] {
  return textsAt(document, ["*", "term"]).map(({ path }) => String(path[0]));
}

/**
 * Finds terms that a translated page writes in a form that its glossary does not list. The page
 * would not explain them.
 */
function unusedTerms(
  { lang, document }: LanguageDocument,
  source: SourceUses,
  pages: readonly PartialPage[],
  languages: readonly string[],
): Problem[] {
  const { terms, find } = termsOf(document);
  if (!terms) return [];
  const translations = new Map(
    pages.filter((page) => page.lang === lang).map((page) => [pathWithoutLanguage(page, languages), page]),
  );
  return source.pages.flatMap(({ page: original, uses }) => {
    if (uses.size === 0) return [];
    const translation = translations.get(pathWithoutLanguage(original, languages));
    // A stale translation may lack a term that its source uses now.
    if (!translation?.sections || translation.translation?.isStale) return [];
    const used = firstUses(translation, find);
    return [...uses]
      .filter(([id]) => !used.has(id))
      .flatMap(([id, line]) => {
        const term = terms[id];
        if (!term) return [];
        const place = `${original.file}:${line} usa ${quote(source.terms[id]?.term ?? id)}`;
        return {
          file: translation.file,
          line: matchingLine(translation, original, line),
          message: `termine senza spiegazione: ci vuole ${oneOf(term.forms, "uno")}, perché ${place}; qui non c'è: cambia il testo, o aggiungi la sua forma in ${document.file}:${document.lineOf([id, "forms"])}`,
        };
      });
  });
}

/** The address of a page without its language prefix. */
function pathWithoutLanguage({ url, lang }: PartialPage, languages: readonly string[]): string {
  return url.slice(languagePrefix(lang, languages).length);
}

/** The terms that a page uses, each with the line where the text of its first use begins. */
function firstUses({ sections }: PartialPage, find: (text: string) => string[]): Map<string, number> {
  const uses = new Map<string, number>();
  const tokens = allTokens(sections);
  for (const [index, { token, line }] of tokens.entries()) {
    if (!isRunningText(token, tokens[index - 1]?.token)) continue;
    for (const id of find(ownWords(token))) if (!uses.has(id)) uses.set(id, line);
  }
  return uses;
}

/**
 * The line of the heading in the translation that matches the last one above `line` in the
 * original. Without such a heading, the first line.
 */
function matchingLine(translation: PartialPage, original: PartialPage, line: number): number {
  const above = allHeadings(original.sections).filter((heading) => heading.line <= line).length;
  return allHeadings(translation.sections)[above - 1]?.line ?? translation.sections?.[0]?.line ?? 1;
}

import { memoize, memoizeByIdentity } from "../../shared/memoize.ts";
import { type SourceDocument, type ValuePath, textsAt } from "../documents/source-document.ts";
import { placedTokens } from "../markdown/section.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import type { LanguageDocument } from "../reading/data-file.ts";
import type { PartialPage } from "../reading/page.ts";
import type { SameAsItalian } from "../schemas/same-as-italian.ts";
import { frontMatterTexts, markdownTexts, type PageText } from "./page-texts.ts";

/** Finds texts and sentences that a translated page copied from its source. */
export function checkUntranslatedPage(page: PartialPage, same: SameAsItalian): Problem[] {
  const source = page.translation?.source;
  if (!source) return [];
  const italian = piecesOfPage(source);
  return pageTexts(page).flatMap(({ text, line }) =>
    untranslated(text, page.lang, italian, same).map((found) => problem(page.file, line, found)),
  );
}

/**
 * Finds texts in a data file that are the same as those in the Italian file.
 * @param pattern where the texts are, as in `textsAt`
 */
export function checkUntranslatedTexts(
  { lang, document }: LanguageDocument,
  italian: SourceDocument | undefined,
  pattern: readonly string[],
  same: SameAsItalian,
): Problem[] {
  const sources = new Map(textsAt(italian, pattern).map(({ text, path }) => [path.join(" "), text]));
  return textsAt(document, pattern).flatMap(({ text, path }) => {
    const source = sources.get(path.join(" "));
    return source === undefined ? [] : copied(document, path, text, source, lang, same);
  });
}

/** Finds entries in a vocabulary that are not translated. */
export function checkUntranslatedWords({ lang, document }: LanguageDocument, same: SameAsItalian): Problem[] {
  return textsAt(document, ["*"]).flatMap(({ text, path }) =>
    copied(document, path, text, String(path[0]), lang, same),
  );
}

function copied(
  document: SourceDocument,
  path: ValuePath,
  text: string,
  italian: string,
  lang: string,
  same: SameAsItalian,
): Problem[] {
  return untranslated(text, lang, piecesOfText(italian), same).map((found) =>
    problem(document.file, document.lineOf(path), found),
  );
}

function pageTexts(page: PartialPage): PageText[] {
  const tokens = (page.sections ?? []).flatMap((section) => placedTokens(section.tokens));
  return [...frontMatterTexts(page), ...markdownTexts(tokens)];
}

function problem(file: string, line: number, found: string): Problem {
  const message = `testo uguale all'italiano: ci vuole la traduzione; qui c'è ${quote(found)}; se deve restare così, scrivilo in same-as-italian.json`;
  return { file, line, message };
}

/** Every translation is compared with the same pieces. */
const piecesOfPage = memoizeByIdentity((source: PartialPage) =>
  italianPieces(pageTexts(source).map(({ text }) => text)),
);

const piecesOfText = memoize((italian: string) => italianPieces([italian]));

/** The Italian texts and all their sentences, to compare a translation with. */
function italianPieces(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => [normalize(text), ...sentences(text, "it")]));
}

/**
 * The Italian parts of a translated text: the whole text, or else some of its sentences.
 * @param same words that may stay in Italian
 */
function untranslated(
  text: string,
  lang: string,
  italian: ReadonlySet<string>,
  same: SameAsItalian,
): string[] {
  const names = [...(same["*"] ?? []), ...(same[lang] ?? [])];
  const isCopied = (piece: string): boolean => italian.has(piece) && hasOtherWords(piece, names);
  const whole = normalize(text);
  return isCopied(whole) ? [whole] : sentences(text, lang).filter(isCopied);
}

/** Creating a segmenter takes longer than using it. */
const segmenterOf = memoize((lang: string) => new Intl.Segmenter(lang, { granularity: "sentence" }));

function sentences(text: string, lang: string): string[] {
  return Array.from(segmenterOf(lang).segment(normalize(text)), ({ segment }) => segment.trim());
}

function normalize(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A number with its unit, which is written alike in many languages. */
const QUANTITY = /\p{Nd}[\p{Nd}.,:]*\s*(?:€|euro|km|kg|m|h|min)(?!\p{L})/gu;

/** True if a text has words other than the given names, quantities and those in braces. */
function hasOtherWords(text: string, names: readonly string[]): boolean {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const rest = longestFirst.reduce(withoutName, text.replace(/\{+[^{}]*\}+/g, " ").replace(QUANTITY, " "));
  return /\p{L}/u.test(rest);
}

/** Removes a name from a text, except where it is part of a longer word. */
function withoutName(text: string, name: string): string {
  const literal = name.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&");
  return text.replace(new RegExp(`(?<!\\p{L})${literal}(?!\\p{L})`, "gu"), " ");
}

import { siteToday } from "../../shared/site-today.ts";
import { type SourceDocument, type PlacedText, textsAt } from "../documents/source-document.ts";
import type { Problem } from "../problems/problem.ts";
import { didYouMean, languageName, NOT_EXPLAINED, quote, SHOWN_IN_ITALIAN } from "../problems/wording.ts";
import type { LanguageDocument } from "../reading/data-file.ts";
import type { PartialPage } from "../reading/page.ts";
import type { DataDocuments, SiteData } from "../reading/read-data.ts";
import { MAY_STAY_UNTRANSLATED } from "../schemas/front-matter.ts";

/** An Italian word in the data that pages show, and where it is. */
interface DataWord extends PlacedText {
  place: string;
}

const SITE_WORDS = [["title"], ["tagline"], ["sections", "*", "categories", "*"]];
const CONTACT_WORDS = [["name"], ["otherPhones", "*", "name"]];
/** Lists of spans that may have a reason. */
const SPANS = ["closures", "otherHours"];

/**
 * Warns about words that a language has not translated, and about translations of words that the
 * data no longer contain. Neither stops the build.
 */
export function missingWords(
  { documents, facts, known }: Pick<SiteData, "documents" | "facts" | "known">,
  pages: readonly PartialPage[],
): Problem[] {
  const [sourceLanguage = ""] = known.languages;
  const others = ({ lang }: LanguageDocument): boolean => lang !== sourceLanguage;
  const strings = facts?.i18n[sourceLanguage] ?? {};
  const terms = documents.glossaries.find(({ lang }) => lang === sourceLanguage)?.document;
  return [
    ...dataWords(documents, pages),
    ...documents.strings.filter(others).flatMap((own) => {
      const needed = Object.entries(strings).filter(([key]) => isNeeded(key, own.lang, pages));
      return missing(own, Object.keys(facts?.i18n[own.lang] ?? {}), needed);
    }),
    ...documents.glossaries
      .filter(others)
      .flatMap((own) => missing(own, keysOf(own.document), termsOf(terms), NOT_EXPLAINED)),
  ];
}

/** False for a text of a page that the language does not have, and need not have. */
function isNeeded(key: string, lang: string, pages: readonly PartialPage[]): boolean {
  const layout = MAY_STAY_UNTRANSLATED.find((name) => key.startsWith(`${name}.`));
  return layout === undefined || pages.some((page) => page.lang === lang && page.layout === layout);
}

/** Keys of the Italian file that are missing in another language. */
function missing(
  { lang, document }: LanguageDocument,
  known: readonly string[],
  expected: readonly (readonly [string, string])[],
  consequence = SHOWN_IN_ITALIAN,
): Problem[] {
  return expected
    .filter(([key]) => !known.includes(key))
    .map(([key, text]) => ({
      file: document.file,
      line: 1,
      message: `manca ${quote(key)}: ci vuole, in ${languageName(lang)}, ${quote(text)}; qui non c'è, ${consequence}`,
    }));
}

function termsOf(glossary: SourceDocument | undefined): [string, string][] {
  return textsAt(glossary, ["*", "term"]).map(({ text, path }) => [String(path[0]), text]);
}

/** Compares each vocabulary with the words in the data that pages show. */
function dataWords(
  { site, contacts, topics, vocabularies }: DataDocuments,
  pages: readonly PartialPage[],
): Problem[] {
  // If a file could not be read, its words would be reported as unknown.
  if (!site || !topics) return [];
  const words = [
    ...SITE_WORDS.flatMap((pattern) => wordsAt(site, pattern)),
    ...contacts.flatMap((contact) => CONTACT_WORDS.flatMap((pattern) => wordsAt(contact, pattern))),
  ];
  const reasons = contacts.flatMap((contact) =>
    SPANS.flatMap((list) => wordsAt(contact, [list, "*", "reason"])),
  );
  const topicWords = wordsAt(topics, ["*", "*"]);
  const needed = [...words, ...contacts.flatMap(upcomingReasons), ...wordsOfUsedTopics(topicWords, pages)];
  const known = [...words, ...reasons, ...topicWords].map(({ text }) => text);
  return vocabularies.flatMap((vocabulary) => [
    ...untranslatedWords(vocabulary, needed),
    ...leftoverWords(vocabulary, known),
  ]);
}

function wordsAt(document: SourceDocument, pattern: readonly string[]): DataWord[] {
  return textsAt(document, pattern).map((word) => ({
    ...word,
    place: `${document.file}:${document.lineOf(word.path)}`,
  }));
}

/** The reasons of current and future closures and other hours. Past ones need no translation. */
function upcomingReasons(contact: SourceDocument): DataWord[] {
  const today = siteToday(process.env).toISOString().slice(0, 10);
  return SPANS.flatMap((list) => {
    const past = textsAt(contact, [list, "*", "to"]).filter(({ text }) => text < today);
    return wordsAt(contact, [list, "*", "reason"]).filter(
      ({ path }) => !past.some((end) => end.path[1] === path[1]),
    );
  });
}

/** The names and descriptions of the topics that pages use. */
function wordsOfUsedTopics(words: readonly DataWord[], pages: readonly PartialPage[]): DataWord[] {
  const names = pages.flatMap(({ frontMatter }) => textsAt(frontMatter, ["topics", "*"]));
  const used = new Set(names.map(({ text }) => text));
  const topics = new Set(words.filter(({ text }) => used.has(text)).map(({ path }) => path[0]));
  return words.filter(({ path }) => topics.has(path[0]));
}

function untranslatedWords({ lang, document }: LanguageDocument, needed: readonly DataWord[]): Problem[] {
  const translated = keysOf(document);
  const byText = new Map(needed.map((word) => [word.text, word]));
  return [...byText.values()]
    .filter(({ text }) => !translated.includes(text))
    .map(({ text, place }) => ({
      file: document.file,
      line: 1,
      message: `parola senza traduzione: ci vuole, in ${languageName(lang)}, ${quote(text)}, che sta in ${place}; qui non c'è, ${SHOWN_IN_ITALIAN}`,
    }));
}

/**
 * Translations of words that are not in the data, either because the data changed or because the
 * key is misspelled.
 */
function leftoverWords({ document }: LanguageDocument, known: readonly string[]): Problem[] {
  return keysOf(document)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      file: document.file,
      line: document.lineOf([key]),
      message: `parola che il sito non ha: ci vogliono solo quelle di site.json, dei contatti e di topics.json; qui c'è ${quote(key)}${didYouMean(key, known)}`,
    }));
}

function keysOf({ value }: SourceDocument): string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

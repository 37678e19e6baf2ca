import type { SourceDocument } from "../documents/source-document.ts";
import { type PlacedText, textsAt } from "../documents/texts-at.ts";
import type { DraftPage } from "../draft-page.ts";
import type { Problem } from "../problem.ts";
import type { DataDocuments } from "../read-data.ts";
import { didYouMean, quote } from "../wording.ts";

/** An Italian word of the data that pages show, and where it stands. */
interface DataWord extends PlacedText {
  place: string;
}

const SITE_WORDS = [["title"], ["tagline"], ["sections", "*", "categories", "*"]];
/** A closure's reason is a note for editors: no page shows it. */
const CONTACT_WORDS = [["name"]];

/** A language's `vocabulary` file has a translation of every word that pages show of the data, and of no other. */
export function checkWords(
  { site, contacts, topics, vocabularies }: DataDocuments,
  pages: readonly DraftPage[],
): Problem[] {
  // A file that could not be read would make its words unknown.
  if (!site || !topics) return [];
  const words = [
    ...SITE_WORDS.flatMap((pattern) => wordsAt(site, pattern)),
    ...contacts.flatMap((contact) => CONTACT_WORDS.flatMap((pattern) => wordsAt(contact, pattern))),
  ];
  const topicWords = wordsAt(topics, ["*", "*"]);
  const needed = [...words, ...ofTopicsInUse(topicWords, pages)];
  const known = [...words, ...topicWords].map(({ text }) => text);
  return vocabularies.flatMap(({ document }) => [
    ...missingWords(document, needed),
    ...unknownWords(document, known),
  ]);
}

function wordsAt(document: SourceDocument, pattern: readonly string[]): DataWord[] {
  return textsAt(document, pattern).map((word) => ({
    ...word,
    place: `${document.file}:${document.lineOf(word.path)}`,
  }));
}

/** Name and description of the topics that pages name. */
function ofTopicsInUse(words: readonly DataWord[], pages: readonly DraftPage[]): DataWord[] {
  const names = pages.flatMap(({ frontMatter }) => textsAt(frontMatter, ["topics", "*"]));
  const used = new Set(names.map(({ text }) => text));
  const topics = new Set(words.filter(({ text }) => used.has(text)).map(({ path }) => path[0]));
  return words.filter(({ path }) => topics.has(path[0]));
}

function missingWords(vocabulary: SourceDocument, needed: readonly DataWord[]): Problem[] {
  const { file } = vocabulary;
  const translated = keysOf(vocabulary);
  const byText = new Map(needed.map((word) => [word.text, word]));
  return [...byText.values()]
    .filter(({ text }) => !translated.includes(text))
    .map(({ text, place }) => ({
      file,
      line: 1,
      message: `parola senza traduzione: ci vuole ${quote(text)}, che sta in ${place}; qui non c'è`,
    }));
}

function unknownWords(vocabulary: SourceDocument, known: readonly string[]): Problem[] {
  const { file } = vocabulary;
  return keysOf(vocabulary)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      file,
      line: vocabulary.lineOf([key]),
      message: `parola sconosciuta: ci vogliono solo quelle di site.json, dei contatti e di topics.json; qui c'è ${quote(key)}${didYouMean(key, known)}`,
    }));
}

function keysOf({ value }: SourceDocument): string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

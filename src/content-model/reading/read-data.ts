import type { SourceDocument } from "../documents/source-document.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import { type Contact, contact } from "../schemas/contacts.ts";
import { glossary } from "../schemas/glossary.ts";
import { type InterfaceStrings, interfaceStrings } from "../schemas/interface-strings.ts";
import { ratings } from "../schemas/ratings.ts";
import { mergeSame, type SameAsItalian, sameAsItalian } from "../schemas/same-as-italian.ts";
import { type SiteFacts, words } from "../schemas/site-facts.ts";
import { site } from "../schemas/site.ts";
import { SLUG } from "../schemas/slug.ts";
import { topics } from "../schemas/topics.ts";
import { vocabulary } from "../schemas/vocabulary.ts";
import {
  checkDataFile,
  type LanguageDocument,
  parseDataFile,
  readDataFile,
  readOptionalDataFile,
  readPerLanguage,
} from "./data-file.ts";
import { type KnownNames, knownNames } from "./known-names.ts";
import type { SiteSources } from "./site-sources.ts";

/** The data of a site, as far as they could be read. */
export interface SiteData {
  /** Present if every file is valid by itself. */
  facts: SiteFacts | undefined;
  documents: DataDocuments;
  known: KnownNames;
  sameAsItalian: SameAsItalian;
  problems: Problem[];
  /** Missing translations, which do not stop the build. */
  warnings: Problem[];
}

/** The documents that could be parsed. Their values may be wrong. */
export interface DataDocuments {
  site: SourceDocument | undefined;
  contacts: readonly SourceDocument[];
  topics: SourceDocument | undefined;
  /** Interface texts of each language. */
  strings: readonly LanguageDocument[];
  /** Translations of the words in the other data, for each language except the first. */
  vocabularies: readonly LanguageDocument[];
  referenceStrings: SourceDocument | undefined;
  /** Difficult terms of each language. */
  glossaries: readonly LanguageDocument[];
}

/** Reads the JSON files in `_data`, and checks each by itself. */
export function readData(sources: SiteSources): SiteData {
  const siteFile = readDataFile(sources, "site.json", site);
  const contacts = readContacts(sources);
  const topicsFile = readDataFile(sources, "topics.json", topics);
  const wordsFile = readDataFile(sources, "words.json", words);
  const ratingsFile = readOptionalDataFile(sources, "ratings.json", ratings);
  const known = knownNames(
    siteFile.document,
    contacts.byId,
    topicsFile.document,
    foldersOf(sources),
    ratingsFile.data !== null,
  );
  const strings = readPerLanguage(sources, "i18n", known.languages, interfaceStrings);
  // The words in the data are in the source language, so only the others need a vocabulary.
  const vocabularies = readPerLanguage(sources, "vocabulary", known.languages.slice(1), vocabulary);
  const glossaries = readPerLanguage(sources, "glossary", known.languages, glossary);
  const referenceStrings = sources.projectData.find(({ name }) => name === "i18n/it.json");
  const same = readSameAsItalian(sources);
  const facts = {
    site: siteFile.data,
    contacts: contacts.data,
    topics: topicsFile.data,
    words: wordsFile.data,
    ratings: ratingsFile.data,
    i18n: strings.data && withProjectStrings(strings.data, sources, known.languages),
    vocabulary: vocabularies.data,
    glossary: glossaries.data,
  };
  return {
    facts: isComplete(facts) ? facts : undefined,
    documents: {
      site: siteFile.document,
      contacts: contacts.documents,
      topics: topicsFile.document,
      strings: strings.documents,
      vocabularies: vocabularies.documents,
      referenceStrings: referenceStrings && parseDataFile(referenceStrings, sources.cache).document,
      glossaries: glossaries.documents,
    },
    known,
    sameAsItalian: same.data,
    problems: [
      siteFile,
      contacts,
      topicsFile,
      wordsFile,
      ratingsFile,
      strings,
      vocabularies,
      glossaries,
      same,
    ].flatMap(({ problems }) => problems),
    warnings: [strings, vocabularies, glossaries].flatMap(({ missing }) => missing),
  };
}

function foldersOf({ content }: SiteSources): string[] {
  return content.map(({ name }) => name.split("/")[0] ?? "");
}

const CONTACT_FILE = /^contacts\/(?<id>[^/]+)\.json$/;

/**
 * Reads the contacts. Each has a file of its own, named after its id. A site needs at least one.
 */
function readContacts(sources: SiteSources): {
  /** Undefined if there are no contacts. */
  byId: ReadonlyMap<string, SourceDocument | undefined> | undefined;
  data: Record<string, Contact> | undefined;
  documents: readonly SourceDocument[];
  problems: readonly Problem[];
} {
  const files = sources.data.flatMap((source) => {
    const id = CONTACT_FILE.exec(source.name)?.groups?.["id"];
    return id === undefined ? [] : [{ id, ...checkDataFile(source, sources.cache, contact) }];
  });
  const entries = files.flatMap(({ id, data }) => (data === undefined ? [] : [[id, data] as const]));
  const problems = [...misplacedContacts(sources), ...files.flatMap((file) => file.problems)];
  if (files.length === 0) {
    const file = `${sources.dataFolder}/contacts`;
    problems.push({ file, line: 1, message: "ci vuole almeno un contatto, un file .json; qui non c'è" });
  }
  return {
    byId: files.length > 0 ? new Map(files.map(({ id, document }) => [id, document])) : undefined,
    data: problems.length === 0 ? Object.fromEntries(entries) : undefined,
    documents: files.flatMap(({ document }) => document ?? []),
    problems,
  };
}

function misplacedContacts({ data }: SiteSources): Problem[] {
  return data.flatMap(({ name, file }) => {
    if (name === "contacts.json")
      return [
        {
          file,
          line: 1,
          message: "ci vuole un file per ogni contatto, contacts/<nome>.json; qui sono tutti insieme",
        },
      ];
    if (!name.startsWith("contacts/") || SLUG.test(CONTACT_FILE.exec(name)?.groups?.["id"] ?? "")) return [];
    const message = `il nome del file: ci vuole ${CONTACT_NAME}; qui c'è ${quote(name)}`;
    return [{ file, line: 1, message }];
  });
}

const CONTACT_NAME = "quello del contatto, di lettere minuscole, cifre e trattini, e .json";

/**
 * A site need not have all interface texts. A missing one is taken from the project's file of the
 * same language.
 */
function withProjectStrings(
  own: Readonly<Record<string, InterfaceStrings>>,
  { projectData, cache }: SiteSources,
  languages: readonly string[],
): Record<string, InterfaceStrings> {
  const ofProject = (lang: string): InterfaceStrings => {
    const source = projectData.find(({ name }) => name === `i18n/${lang}.json`);
    return (source && checkDataFile(source, cache, interfaceStrings).data) ?? {};
  };
  return Object.fromEntries(languages.map((lang) => [lang, { ...ofProject(lang), ...own[lang] }]));
}

/** Combines the project's list with the site's own, if it has one. */
function readSameAsItalian({ data, projectData, cache }: SiteSources): {
  data: SameAsItalian;
  problems: readonly Problem[];
} {
  const files = new Map([...projectData, ...data].map((source) => [source.file, source]));
  const read = [...files.values()]
    .filter(({ name }) => name === "same-as-italian.json")
    .map((source) => checkDataFile(source, cache, sameAsItalian));
  return {
    data: mergeSame(read.map(({ data: words }) => words ?? {})),
    problems: read.flatMap(({ problems }) => problems),
  };
}

function isComplete<Parts extends object>(
  parts: Parts,
): parts is Parts & { [Key in keyof Parts]-?: NonNullable<Parts[Key]> } {
  return Object.values(parts).every((part) => part !== undefined);
}

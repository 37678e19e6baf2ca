import type { z } from "zod";
import { parseJson } from "../documents/json-document.ts";
import { checkSchema } from "../documents/schema-problems.ts";
import type { Parsed, SourceDocument } from "../documents/source-document.ts";
import { decodeSource, NOT_UTF8 } from "../documents/source-text.ts";
import type { Problem } from "../problems/problem.ts";
import { languageName, NOT_EXPLAINED, quote, SHOWN_IN_ITALIAN } from "../problems/wording.ts";
import { type Contact, contact } from "../schemas/contacts.ts";
import { glossary } from "../schemas/glossary.ts";
import { type InterfaceStrings, interfaceStrings } from "../schemas/interface-strings.ts";
import { mergeSame, type SameAsItalian, sameAsItalian } from "../schemas/same-as-italian.ts";
import { type SiteFacts, words } from "../schemas/site-facts.ts";
import { site } from "../schemas/site.ts";
import { SLUG } from "../schemas/slug.ts";
import { topics } from "../schemas/topics.ts";
import { vocabulary } from "../schemas/vocabulary.ts";
import { type KnownNames, knownNames } from "./known-names.ts";
import type { ReadingCache, SiteSources, SourceFile } from "./site-sources.ts";

/** The data of a site as far as they can be read. */
export interface SiteData {
  /** Present when every file is right in itself. */
  facts: SiteFacts | undefined;
  documents: DataDocuments;
  known: KnownNames;
  sameAsItalian: SameAsItalian;
  problems: Problem[];
  /** Languages that have no words of their own yet, without stopping the build. */
  warnings: Problem[];
}

/** The documents that could be parsed, right or wrong in their values. */
export interface DataDocuments {
  site: SourceDocument | undefined;
  contacts: readonly SourceDocument[];
  topics: SourceDocument | undefined;
  /** Interface strings of every language. */
  strings: readonly LanguageDocument[];
  /** The words of the other data, of every language but the first. */
  vocabularies: readonly LanguageDocument[];
  referenceStrings: SourceDocument | undefined;
  /** Difficult terms of every language. */
  glossaries: readonly LanguageDocument[];
}

/** A file that each language has of its own. */
export interface LanguageDocument {
  lang: string;
  document: SourceDocument;
}

/** Reads and checks the JSON of `_data`, each file by itself. */
export function readData(sources: SiteSources): SiteData {
  const siteFile = readFile(sources, "site.json", site);
  const contacts = readContacts(sources);
  const topicsFile = readFile(sources, "topics.json", topics);
  const wordsFile = readFile(sources, "words.json", words);
  const known = knownNames(siteFile.document, contacts.byId, topicsFile.document, foldersOf(sources));
  const strings = readEach(sources, "i18n", known.languages, interfaceStrings);
  // The other data are in the source language: the others need words for them.
  const vocabularies = readEach(sources, "vocabulary", known.languages.slice(1), vocabulary);
  const glossaries = readEach(sources, "glossary", known.languages, glossary);
  const referenceStrings = sources.projectData.find(({ name }) => name === "i18n/it.json");
  const same = readSameAsItalian(sources);
  const facts = {
    site: siteFile.data,
    contacts: contacts.data,
    topics: topicsFile.data,
    words: wordsFile.data,
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
      referenceStrings: referenceStrings && parse(referenceStrings, sources.cache).document,
      glossaries: glossaries.documents,
    },
    known,
    sameAsItalian: same.data,
    problems: [siteFile, contacts, topicsFile, wordsFile, strings, vocabularies, glossaries, same].flatMap(
      ({ problems }) => problems,
    ),
    warnings: [strings, vocabularies, glossaries].flatMap(({ missing }) => missing),
  };
}

function foldersOf({ content }: SiteSources): string[] {
  return content.map(({ name }) => name.split("/")[0] ?? "");
}

const CONTACT_FILE = /^contacts\/(?<id>[^/]+)\.json$/;

/** The telephone lines of a site, each a file of its own that is named by its id; a site has at least one. */
function readContacts(sources: SiteSources): {
  /** Undefined when there is none. */
  byId: ReadonlyMap<string, SourceDocument | undefined> | undefined;
  data: Record<string, Contact> | undefined;
  documents: readonly SourceDocument[];
  problems: readonly Problem[];
} {
  const files = sources.data.flatMap((source) => {
    const id = CONTACT_FILE.exec(source.name)?.groups?.["id"];
    return id === undefined ? [] : [{ id, ...check(source, sources.cache, contact) }];
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

/** A site's own interface strings need not be all: what a language lacks is the project's, where that has it. */
function withProjectStrings(
  own: Readonly<Record<string, InterfaceStrings>>,
  { projectData, cache }: SiteSources,
  languages: readonly string[],
): Record<string, InterfaceStrings> {
  const ofProject = (lang: string): InterfaceStrings => {
    const source = projectData.find(({ name }) => name === `i18n/${lang}.json`);
    return (source && check(source, cache, interfaceStrings).data) ?? {};
  };
  return Object.fromEntries(languages.map((lang) => [lang, { ...ofProject(lang), ...own[lang] }]));
}

/** The project's words and the site's own together; no site needs any. */
function readSameAsItalian({ data, projectData, cache }: SiteSources): {
  data: SameAsItalian;
  problems: readonly Problem[];
} {
  const files = new Map([...projectData, ...data].map((source) => [source.file, source]));
  const read = [...files.values()]
    .filter(({ name }) => name === "same-as-italian.json")
    .map((source) => check(source, cache, sameAsItalian));
  return {
    data: mergeSame(read.map(({ data: words }) => words ?? {})),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** Whether every part is there. */
function isComplete<Parts extends object>(
  parts: Parts,
): parts is Parts & { [Key in keyof Parts]-?: NonNullable<Parts[Key]> } {
  return Object.values(parts).every((part) => part !== undefined);
}

/** The files of a folder of `_data`, one a language; what is written in Italian stands in for a file that is not there. */
interface FilesByLanguage<Data> {
  /** Present when every file that is there is right. */
  data: Record<string, Data> | undefined;
  documents: readonly LanguageDocument[];
  problems: readonly Problem[];
  /** The languages without a file. */
  missing: readonly Problem[];
}

function readEach<Data>(
  sources: SiteSources,
  folder: string,
  languages: readonly string[],
  schema: z.ZodType<Data>,
): FilesByLanguage<Data> {
  const nameOf = (lang: string): string => `${folder}/${lang}.json`;
  const files = languages.flatMap((lang) => {
    const source = sources.data.find(({ name }) => name === nameOf(lang));
    return source ? [{ lang, ...check(source, sources.cache, schema) }] : [];
  });
  const entries = files.flatMap(({ lang, data }) => (data === undefined ? [] : [[lang, data] as const]));
  return {
    data: entries.length === files.length ? Object.fromEntries(entries) : undefined,
    documents: files.flatMap(({ lang, document }) => (document ? [{ lang, document }] : [])),
    problems: files.flatMap(({ problems }) => problems),
    missing: languages
      .filter((code) => !files.some(({ lang }) => lang === code))
      .map((code) => ({
        file: `${sources.dataFolder}/${nameOf(code)}`,
        line: 1,
        message: `il file manca: ci vuole un file con questo nome, con le parole in ${languageName(code)}; qui non c'è, ${folder === "glossary" ? NOT_EXPLAINED : SHOWN_IN_ITALIAN}`,
      })),
  };
}

interface ReadFile<Data> {
  document: SourceDocument | undefined;
  data: Data | undefined;
  problems: readonly Problem[];
}

function readFile<Data>(
  { data: files, dataFolder, cache }: SiteSources,
  name: string,
  schema: z.ZodType<Data>,
): ReadFile<Data> {
  const source = files.find((file) => file.name === name);
  if (!source) {
    const missing = {
      file: `${dataFolder}/${name}`,
      line: 1,
      message: "il file manca: ci vuole un file con questo nome",
    };
    return { document: undefined, data: undefined, problems: [missing] };
  }
  return check(source, cache, schema);
}

function check<Data>(source: SourceFile, cache: ReadingCache, schema: z.ZodType<Data>): ReadFile<Data> {
  const { document, problems } = parse(source, cache);
  return document ? { document, ...checkSchema(schema, document) } : { document, data: undefined, problems };
}

function parse({ file, bytes }: SourceFile, { documents }: ReadingCache): Parsed {
  return documents.of({ file, bytes }, () => {
    const source = decodeSource(bytes);
    if (source.text !== undefined) return parseJson(file, source.text);
    return { document: undefined, problems: [{ file, line: source.badLine, message: NOT_UTF8 }] };
  });
}

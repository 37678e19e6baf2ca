import type { z } from "zod";
import type { SiteSources, SourceFile } from "./site-sources.ts";
import { contacts } from "./contacts.ts";
import { parseJson } from "./documents/json-document.ts";
import type { Parsed, SourceDocument } from "./documents/source-document.ts";
import { decodeSource, NOT_UTF8 } from "./documents/source-text.ts";
import { interfaceStrings } from "./interface-strings.ts";
import type { Problem } from "./problem.ts";
import { checkSchema } from "./schema-problems.ts";
import { site } from "./site.ts";
import type { SiteFacts } from "./site-facts.ts";
import { topics } from "./topics.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";
import { words } from "./words.ts";

/** The data of a site as far as they can be read. */
export interface SiteData {
  /** Present when every file is right in itself. */
  facts: SiteFacts | undefined;
  documents: DataDocuments;
  vocabulary: Vocabulary;
  problems: Problem[];
}

/** The documents that could be parsed, right or wrong in their values. */
export interface DataDocuments {
  site: SourceDocument | undefined;
  contacts: SourceDocument | undefined;
  /** Interface strings, one document a language. */
  strings: readonly SourceDocument[];
  referenceStrings: SourceDocument | undefined;
}

/** Reads and checks the JSON of `_data`, each file by itself. */
export function readData(sources: SiteSources): SiteData {
  const siteFile = readFile(sources, "site.json", site);
  const contactsFile = readFile(sources, "contacts.json", contacts);
  const topicsFile = readFile(sources, "topics.json", topics);
  const wordsFile = readFile(sources, "words.json", words);
  const vocabulary = vocabularyOf(siteFile.document, contactsFile.document, topicsFile.document);
  const strings = vocabulary.languages.map((lang) =>
    readFile(sources, `i18n/${lang}.json`, interfaceStrings),
  );
  const i18n = strings.map(({ data }) => data).filter((data) => data !== undefined);
  return {
    facts:
      siteFile.data &&
      contactsFile.data &&
      topicsFile.data &&
      wordsFile.data &&
      i18n.length === strings.length
        ? {
            site: siteFile.data,
            contacts: contactsFile.data,
            topics: topicsFile.data,
            words: wordsFile.data,
            i18n: Object.fromEntries(vocabulary.languages.map((lang, index) => [lang, i18n[index] ?? {}])),
          }
        : undefined,
    documents: {
      site: siteFile.document,
      contacts: contactsFile.document,
      strings: strings.flatMap(({ document }) => document ?? []),
      referenceStrings: sources.referenceStrings && parse(sources.referenceStrings).document,
    },
    vocabulary,
    problems: [siteFile, contactsFile, topicsFile, wordsFile, ...strings].flatMap(({ problems }) => problems),
  };
}

interface ReadFile<Data> {
  document: SourceDocument | undefined;
  data: Data | undefined;
  problems: readonly Problem[];
}

function readFile<Data>(
  { data: files, dataFolder }: SiteSources,
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
  const { document, problems } = parse(source);
  return document ? { document, ...checkSchema(schema, document) } : { document, data: undefined, problems };
}

function parse({ file, bytes }: SourceFile): Parsed {
  const source = decodeSource(bytes);
  if (source.text !== undefined) return parseJson(file, source.text);
  return { document: undefined, problems: [{ file, line: source.badLine, message: NOT_UTF8 }] };
}

import type { z } from "zod";
import { parseJson } from "../documents/json-document.ts";
import { checkSchema } from "../documents/schema-problems.ts";
import type { Parsed, SourceDocument } from "../documents/source-document.ts";
import { decodeSource } from "../documents/source-text.ts";
import type { Problem } from "../problems/problem.ts";
import { languageName, NOT_EXPLAINED, SHOWN_IN_ITALIAN } from "../problems/wording.ts";
import type { ReadingCache, SiteSources, SourceFile } from "./site-sources.ts";

/** A data file of one language. */
export interface LanguageDocument {
  lang: string;
  document: SourceDocument;
}

/**
 * The files in a folder of `_data`, one per language. For a missing file, the Italian texts are
 * used.
 */
interface FilesByLanguage<Data> {
  /** Present if every existing file is valid. */
  data: Record<string, Data> | undefined;
  documents: readonly LanguageDocument[];
  problems: readonly Problem[];
  /** The languages without a file. */
  missing: readonly Problem[];
}

/** Reads the files in a folder of `_data`, one per language. */
export function readPerLanguage<Data>(
  sources: SiteSources,
  folder: string,
  languages: readonly string[],
  schema: z.ZodType<Data>,
): FilesByLanguage<Data> {
  const nameOf = (lang: string): string => `${folder}/${lang}.json`;
  const files = languages.flatMap((lang) => {
    const source = sources.data.find(({ name }) => name === nameOf(lang));
    return source ? [{ lang, ...checkDataFile(source, sources.cache, schema) }] : [];
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

interface DataFile<Data> {
  document: SourceDocument | undefined;
  data: Data | undefined;
  problems: readonly Problem[];
}

/** Reads a data file that every site must have. */
export function readDataFile<Data>(
  { data: files, dataFolder, cache }: SiteSources,
  name: string,
  schema: z.ZodType<Data>,
): DataFile<Data> {
  const source = files.find((file) => file.name === name);
  if (!source) {
    const missing = {
      file: `${dataFolder}/${name}`,
      line: 1,
      message: "il file manca: ci vuole un file con questo nome",
    };
    return { document: undefined, data: undefined, problems: [missing] };
  }
  return checkDataFile(source, cache, schema);
}

/** Reads a data file that a site may lack. The data are null if it does. */
export function readOptionalDataFile<Data>(
  { data: files, cache }: SiteSources,
  name: string,
  schema: z.ZodType<Data>,
): DataFile<Data | null> {
  const source = files.find((file) => file.name === name);
  return source ? checkDataFile(source, cache, schema) : { document: undefined, data: null, problems: [] };
}

/** Parses and checks a data file. */
export function checkDataFile<Data>(
  source: SourceFile,
  cache: ReadingCache,
  schema: z.ZodType<Data>,
): DataFile<Data> {
  const { document, problems } = parseDataFile(source, cache);
  return document ? { document, ...checkSchema(schema, document) } : { document, data: undefined, problems };
}

/** Parses a data file, or takes it from the cache if its bytes are the same. */
export function parseDataFile({ file, bytes }: SourceFile, { documents }: ReadingCache): Parsed {
  return documents.of({ file, bytes }, () => {
    const source = decodeSource(bytes);
    if (source.text !== undefined) return parseJson(file, source.text);
    return { document: undefined, problems: [{ file, ...source.error }] };
  });
}

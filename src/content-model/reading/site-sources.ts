import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Parsed } from "../documents/source-document.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import { type FileCache, fileCache } from "./file-cache.ts";
import { folderFiles, type FoundFile } from "./folder-files.ts";
import type { ParsedPage } from "./read-page.ts";
import { displayPath, type SiteDirs } from "./site-dirs.ts";

/**
 * A file as read. `name` is its path in the content or data folder, and `file` its name in
 * messages.
 */
export interface SourceFile {
  name: string;
  file: string;
  bytes: Uint8Array;
}

/**
 * The caches that a program keeps between loads of a site, so that only changed files are parsed.
 */
export interface ReadingCache {
  pages: FileCache<ParsedPage>;
  documents: FileCache<Parsed>;
}

/** Creates the caches for one site. */
export function readingCache(): ReadingCache {
  return { pages: fileCache(), documents: fileCache() };
}

/** All files of a site, not parsed yet. */
export interface SiteSources {
  content: readonly SourceFile[];
  contentFolder: string;
  data: readonly SourceFile[];
  dataFolder: string;
  /**
   * The project's own data, which complete the site's. They include the interface texts that every
   * language must have.
   */
  projectData: readonly SourceFile[];
  /** What earlier loads made from these files. */
  cache: ReadingCache;
  /** Files that could not be read or are not allowed. */
  problems: readonly Problem[];
  /** Files that are ignored. */
  warnings: readonly Problem[];
}

/**
 * Data that each site must have for itself. The project's would be facts of another authority, or
 * words for them.
 */
const OWN_DATA = /^((site|ratings)\.json|(contacts|vocabulary)\/.*)$/;

/**
 * Reads the files of a site without checking them. In the content model, only this file and
 * `folder-files.ts` access the disk.
 */
export async function readSources(dirs: SiteDirs, cache = readingCache()): Promise<SiteSources> {
  const unreadable: Problem[] = [];
  const read = async (folder: string, name: string): Promise<SourceFile[]> => {
    const path = join(folder, name);
    const file = displayPath(dirs, path);
    try {
      return [{ name, file, bytes: await readFile(path) }];
    } catch (error) {
      unreadable.push({ file, line: 1, message: `il file non si può leggere (${codeOf(error)})` });
      return [];
    }
  };
  const readAll = async (folder: string, names: readonly string[]): Promise<SourceFile[]> =>
    (await Promise.all(names.map((name) => read(folder, name)))).flat();

  const [contentFiles, ownFiles, sharedFiles] = await Promise.all([
    folderFiles(dirs.content),
    folderFiles(dirs.data),
    folderFiles(dirs.fallbackData),
  ]);
  const placed = (folder: string, found: readonly FoundFile[]): Problem[] =>
    found.map(({ name, message }) => ({ file: displayPath(dirs, join(folder, name)), line: 1, message }));
  const isData = (name: string): boolean => name.endsWith(".json");
  const [content, own, shared] = await Promise.all([
    readAll(dirs.content, contentFiles.names),
    readAll(dirs.data, ownFiles.names.filter(isData)),
    readAll(
      dirs.fallbackData,
      sharedFiles.names.filter((name) => isData(name) && !OWN_DATA.test(name)),
    ),
  ]);
  return {
    content,
    contentFolder: displayPath(dirs, dirs.content),
    data: [...own, ...shared.filter(({ name }) => !own.some((file) => file.name === name))],
    dataFolder: displayPath(dirs, dirs.data),
    projectData: shared,
    cache,
    // Mistakes in the project's own data are reported only where these are the site's data, as in
    // `npm test`.
    problems: [
      ...unreadable,
      ...placed(dirs.content, contentFiles.refused),
      ...placed(dirs.data, ownFiles.refused),
    ],
    warnings: [
      ...placed(dirs.content, contentFiles.ignored),
      ...placed(dirs.data, [
        ...ownFiles.ignored,
        ...ownFiles.names.filter((name) => !isData(name)).map(notData),
      ]),
    ],
  };
}

function notData(name: string): FoundFile {
  return { name, message: `file che il sito non legge: qui ci vogliono file .json; qui c'è ${quote(name)}` };
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "motivo sconosciuto";
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Parsed } from "../documents/source-document.ts";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import { type FileCache, fileCache } from "./file-cache.ts";
import { folderFiles, type FoundFile } from "./folder-files.ts";
import type { PageParts } from "./read-page.ts";
import { displayPath, type SiteDirs } from "./site-dirs.ts";

/** A file as read: `name` is its path in the content or data folder, `file` its name in messages. */
export interface SourceFile {
  name: string;
  file: string;
  bytes: Uint8Array;
}

/** What a program that loads a site again and again hands from one load to the next, so that only what changed is parsed. */
export interface ReadingCache {
  pages: FileCache<PageParts>;
  documents: FileCache<Parsed>;
}

/** A cache for the loads of one site. */
export function readingCache(): ReadingCache {
  return { pages: fileCache(), documents: fileCache() };
}

/** A whole site as it lies on the disk. */
export interface SiteSources {
  content: readonly SourceFile[];
  contentFolder: string;
  data: readonly SourceFile[];
  dataFolder: string;
  /** The project's own data, which hold beside a site's: the interface strings that every language must have, ... */
  projectData: readonly SourceFile[];
  /** What was made of these files before. */
  cache: ReadingCache;
  /** What went wrong while reading. */
  problems: readonly Problem[];
  /** What lies there and is left aside. */
  warnings: readonly Problem[];
}

/** Data that a site must have of its own: the project's would be another authority's facts, or words for them. */
const OWN_DATA = /^(site\.json|(contacts|vocabulary)\/.*)$/;

/** Reads the files of a site, unchecked. Only this and `folder-files.ts` touch the disk in the content model. */
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
    // What is wrong in the project's own data is not a site's to mend: it is told where they are the site, as in `npm test`.
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

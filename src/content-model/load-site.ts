import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { compileSite, type LoadedSite } from "./compile-site.ts";
import type { Problem } from "./problem.ts";
import { displayPath, type SiteDirs } from "./site-dirs.ts";
import type { SiteSources, SourceFile } from "./site-sources.ts";

export type { LoadedSite } from "./compile-site.ts";
export type { ContentPage } from "./content-page.ts";
export type { SiteFacts } from "./site-facts.ts";

/** Data that a site must have of its own: the project's would be another body's facts, or words for them. */
const OWN_DATA = /^(site\.json|contacts\.json|vocabulary\/.*)$/;

/**
 * Reads and checks a whole site. What editors got wrong comes back as problems, all of them, never as an exception.
 */
export async function loadSite(dirs: SiteDirs): Promise<LoadedSite> {
  return compileSite(await readSources(dirs));
}

/** Reads the files of a site, unchecked: the only place of the content model that touches the disk. */
export async function readSources(dirs: SiteDirs): Promise<SiteSources> {
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

  const [contentNames, ownNames, sharedNames] = await Promise.all(
    [dirs.content, dirs.data, dirs.fallbackData].map(filesIn),
  );
  const isData = (name: string): boolean => name.endsWith(".json");
  const [content, own, shared] = await Promise.all([
    readAll(dirs.content, contentNames ?? []),
    readAll(dirs.data, (ownNames ?? []).filter(isData)),
    readAll(
      dirs.fallbackData,
      (sharedNames ?? []).filter((name) => isData(name) && !OWN_DATA.test(name)),
    ),
  ]);
  return {
    content,
    contentFolder: displayPath(dirs, dirs.content),
    data: [...own, ...shared.filter(({ name }) => !own.some((file) => file.name === name))],
    dataFolder: displayPath(dirs, dirs.data),
    projectData: shared,
    problems: unreadable,
  };
}

/** Files below a folder, sorted, by their path in it with forward slashes; hidden ones aside. None if it is missing. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "motivo sconosciuto";
}

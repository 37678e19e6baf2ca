import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { compileSite } from "../../src/content-model/compile-site.ts";
import { type LoadedSite, loadSite } from "../../src/content-model/load-site.ts";
import { formatProblem } from "../../src/content-model/problems/problem.ts";
import { siteDirs } from "../../src/content-model/reading/site-dirs.ts";
import {
  readSources,
  type SiteSources,
  type SourceFile,
} from "../../src/content-model/reading/site-sources.ts";

/** A small site without problems. */
export const FIXTURE_SITE = resolve(import.meta.dirname, "../fixtures/content/site");

/** Edits to files, by their path in the site. A missing file starts empty. */
export type Edits = Record<string, (source: string) => string | Uint8Array>;

export const SERVICE = "content/it/servizi/aiuto.md";
export const PRIVACY = "content/it/privacy.md";
export const CONTACTS = "_data/contacts/sportello.json";
export const SITE = "_data/site.json";

/**
 * Copies the fixture site into a temporary folder, edits it, and deletes it after `use` has run.
 */
export async function withSite<Result>(
  edits: Edits,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "site-"));
  try {
    await cp(FIXTURE_SITE, folder, { recursive: true });
    for (const [path, edit] of Object.entries(edits)) {
      const file = join(folder, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, edit(await readFile(file, "utf8").catch(() => "")));
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** A file whose name a site may use. Other names are tested on a real disk. */
const PLAIN_FILE = /^(content|_data)\/((?:[a-z0-9-]+\/)*[a-z0-9-]+\.(?:md|json))$/;

let fixtureSources: Promise<SiteSources> | undefined;

/** Loads the fixture site with some edits. File names are relative to its folder. */
export async function loadAfter(edits: Edits): Promise<LoadedSite> {
  const paths = Object.keys(edits);
  if (paths.every((path) => PLAIN_FILE.test(path))) {
    fixtureSources ??= readSources({ ...siteDirs({ SITE_DIR: FIXTURE_SITE }), root: FIXTURE_SITE });
    return compileSite(editSources(await fixtureSources, edits));
  }
  return withSite(edits, (folder) => loadSite({ ...siteDirs({ SITE_DIR: folder }), root: folder }));
}

/** Applies edits to the sources in memory, as if they were made on disk. */
function editSources(sources: SiteSources, edits: Edits): SiteSources {
  const after = (folder: string, files: readonly SourceFile[]): SourceFile[] => {
    const edited = Object.entries(edits)
      .filter(([path]) => path.startsWith(`${folder}/`))
      .map(([file, edit]): SourceFile => {
        const source = files.find((before) => before.file === file);
        const text = edit(source ? Buffer.from(source.bytes).toString() : "");
        return { name: file.slice(folder.length + 1), file, bytes: Buffer.from(text) };
      });
    const kept = files.filter(({ name }) => !edited.some((file) => file.name === name));
    return [...kept, ...edited].sort((a, b) => (a.name < b.name ? -1 : 1));
  };
  return {
    ...sources,
    content: after(sources.contentFolder, sources.content),
    data: after(sources.dataFolder, sources.data),
  };
}

/** The problems that an editor sees after some edits, as printed. */
export async function problemsAfter(edits: Edits): Promise<string[]> {
  const { problems } = await loadAfter(edits);
  return problems.map(formatProblem);
}

/**
 * An edit that replaces one passage. It fails when the passage is missing, because the test would
 * then prove nothing.
 */
export function replace(passage: string, replacement: string): (source: string) => string {
  return (source) => {
    if (!source.includes(passage))
      throw new Error(`The fixture does not contain ${JSON.stringify(passage)}.`);
    return source.replace(passage, () => replacement);
  };
}

/** An edit that appends text to a file. */
export function append(text: string): (source: string) => string {
  return (source) => source + text;
}

import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { splitSource } from "../content-model/documents/front-matter-block.ts";
import { decodeSource } from "../content-model/documents/source-text.ts";
import { parseYaml } from "../content-model/documents/yaml-document.ts";
import { sourceSections } from "../content-model/translations/source-sections.ts";

const run = promisify(execFile);

/** Why git's history does not have a text. */
export type HistoryGap = "no-history" | "shallow" | "never-committed";

/** The texts that were found, by revision, and why others were not. */
export interface PastTexts {
  texts: Map<string, string>;
  gap: HistoryGap | undefined;
}

/**
 * The sections that a page once had, by their revisions, from the git history of its file (renames included).
 * @param file absolute path.
 */
export async function pastTexts(file: string, revisions: ReadonlySet<string>): Promise<PastTexts> {
  const texts = new Map<string, string>();
  const folder = path.dirname(file);
  try {
    for (const version of await versionsOf(folder, path.basename(file))) {
      if (texts.size === revisions.size) break;
      for (const { revision, text } of sectionsOf(await git(folder, ["cat-file", "blob", version]))) {
        if (revisions.has(revision)) texts.set(revision, text);
      }
    }
    if (texts.size === revisions.size) return { texts, gap: undefined };
    const shallow =
      (await git(folder, ["rev-parse", "--is-shallow-repository"])).toString().trim() === "true";
    return { texts, gap: shallow ? "shallow" : "never-committed" };
  } catch (error) {
    if (!isCommandFailure(error)) throw error;
    return { texts, gap: "no-history" };
  }
}

/** The names of a file's blobs, newest first, each once. */
async function versionsOf(folder: string, name: string): Promise<string[]> {
  const log = await git(folder, ["log", "--follow", "--format=", "--raw", "--no-abbrev", "--", name]);
  // :100644 100644 <blob before> <blob after> M<tab>path
  const blobs = Array.from(
    log.toString().matchAll(/^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) /gm),
    ([, blob = ""]) => blob,
  );
  return [...new Set(blobs)].filter((blob) => !/^0+$/.test(blob));
}

function sectionsOf(bytes: Uint8Array) {
  const source = decodeSource(bytes);
  const split = splitSource(source.text ?? "");
  if ("error" in split) return [];
  const frontMatter = parseYaml("", split.yaml, 1).document?.value;
  return sourceSections({ frontMatter, body: split.body, bodyLine: split.bodyLine });
}

async function git(folder: string, args: readonly string[]): Promise<Buffer> {
  const { stdout } = await run("git", [...args], {
    cwd: folder,
    encoding: "buffer",
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** Git is not installed, or the folder is in no repository. */
function isCommandFailure(error: unknown): boolean {
  return error instanceof Error && "cmd" in error;
}

import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { SourceSection } from "../content-model/translations/source-sections.ts";

const run = promisify(execFile);

/** Why git's history does not have a text. */
export type HistoryGap = "no-history" | "shallow" | "never-committed";

/** The texts that were found, by revision, and why others were not. */
export interface PastTexts {
  texts: Map<string, string>;
  gap: HistoryGap | undefined;
}

/** Splits a file of the source language into the parts that are translated by themselves. */
export type ReadSections = (bytes: Uint8Array) => readonly SourceSection[];

/**
 * The parts that a file once had, by their revisions, from its git history (renames included).
 * @param file absolute path.
 */
export async function pastTexts(
  file: string,
  revisions: ReadonlySet<string>,
  readSections: ReadSections,
): Promise<PastTexts> {
  const texts = new Map<string, string>();
  const folder = path.dirname(file);
  try {
    for (const version of await versionsOf(folder, path.basename(file))) {
      if (texts.size === revisions.size) break;
      for (const { revision, text } of readSections(await git(folder, ["cat-file", "blob", version]))) {
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

import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { type PageSource, pageSource } from "./page-source.ts";

const run = promisify(execFile);

/** Why a revision is not in Git's history. */
export type HistoryGap = "no-history" | "shallow" | "never-committed";

/** The revisions that were found, and why others were not. */
export interface PastSources {
  byRevision: Map<string, PageSource>;
  gap: HistoryGap | undefined;
}

/**
 * Reads a page as it was at certain revisions, from its Git history. Renames are followed.
 * @param file absolute path
 */
export async function pastSources(file: string, revisions: ReadonlySet<string>): Promise<PastSources> {
  const byRevision = new Map<string, PageSource>();
  const folder = path.dirname(file);
  try {
    for (const version of await versionsOf(folder, path.basename(file))) {
      if (byRevision.size === revisions.size) break;
      const source = pageSource(await git(folder, ["cat-file", "blob", version]));
      // Several versions may have the same words. The newest is the most like today's.
      if (revisions.has(source.revision) && !byRevision.has(source.revision))
        byRevision.set(source.revision, source);
    }
    if (byRevision.size === revisions.size) return { byRevision, gap: undefined };
    const shallow =
      (await git(folder, ["rev-parse", "--is-shallow-repository"])).toString().trim() === "true";
    return { byRevision, gap: shallow ? "shallow" : "never-committed" };
  } catch (error) {
    if (!isCommandFailure(error)) throw error;
    return { byRevision, gap: "no-history" };
  }
}

/** The names of a file's blobs, newest first and without duplicates. */
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

/** True if Git is not installed, or the folder is not in a repository. */
function isCommandFailure(error: unknown): boolean {
  return error instanceof Error && "cmd" in error;
}

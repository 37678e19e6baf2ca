import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { bilingual } from "../../support/bilingual-site.ts";
import { type Edits, withSite } from "../../support/fixture-site.ts";

const run = promisify(execFile);

/** Git without any user or system configuration. */
const ENVIRONMENT = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
const AUTHOR = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"];

export async function git(folder: string, ...args: string[]): Promise<void> {
  await run("git", ["-C", folder, ...AUTHOR, ...args], { env: ENVIRONMENT });
}

export async function commitAll(folder: string): Promise<void> {
  await git(folder, "add", "--all");
  await git(folder, "commit", "--quiet", "--message=Change", "--allow-empty");
}

/** Commits the bilingual fixture site in a new repository and deletes it after `use` has run. */
export function withGitSite<Result>(edits: Edits, use: (folder: string) => Promise<Result>): Promise<Result> {
  return withSite(bilingual(edits), async (folder) => {
    await git(folder, "init", "--quiet");
    await commitAll(folder);
    return use(folder);
  });
}

/** Edits an existing file of a site. */
export async function edit(folder: string, file: string, change: (source: string) => string): Promise<void> {
  const path = join(folder, file);
  await writeFile(path, change(await readFile(path, "utf8")));
}

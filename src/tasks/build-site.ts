import { chmod, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import path from "node:path";
import Eleventy from "@11ty/eleventy";
import { finishSite } from "../hosting/finish-site.ts";

/**
 * Prepares to build the site into a folder, once or many times. Each build is made beside the folder and put in its place
 * only when everything went well: after an error, the last good one is still there as it was, and no page of an earlier one
 * stays behind.
 * @param finish what is still to be done to the built pages, before they are put in their place
 * @param quiet says nothing, not even why a build fails: whoever called does
 * @returns builds; rejects with a ContentError when content or data are wrong, otherwise with what Eleventy says when it
 * cannot render or write
 */
export async function siteBuilder(
  output: string,
  { finish, quiet = false }: { finish?: (draft: string) => Promise<void>; quiet?: boolean } = {},
): Promise<() => Promise<void>> {
  await mkdir(path.dirname(output), { recursive: true });
  const draft = await mkdtemp(path.join(path.dirname(output), ".build-"));
  const eleventy = new Eleventy("", path.relative(process.cwd(), draft), {
    configPath: ".eleventy.ts",
    quietMode: true,
  });
  if (quiet) eleventy.disableLogger();

  return async () => {
    try {
      await eleventy.init();
      await eleventy.write();
      await finish?.(draft);
      await replace(output, draft);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  };
}

/**
 * Builds the site once, with what its hosts need.
 * @param feedbackUrl the remote handler that its form posts to, if there is one
 * @throws as what {@link siteBuilder} returns
 */
export async function buildSite(output: string, feedbackUrl: string | undefined): Promise<void> {
  const build = await siteBuilder(output, { finish: (draft) => finishSite(draft, feedbackUrl) });
  await build();
}

async function replace(output: string, draft: string): Promise<void> {
  const previous = `${draft}-previous`;
  // A temporary folder is its owner's alone; a site may be served by another user.
  await chmod(draft, 0o755);
  await rename(output, previous).catch(ignoreMissing);
  try {
    await rename(draft, output);
  } catch (error) {
    await rename(previous, output).catch(ignoreMissing);
    throw error;
  }
  await rm(previous, { recursive: true, force: true });
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOENT") throw error;
}

import { chmod, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import path from "node:path";
import Eleventy from "@11ty/eleventy";
import { finishSite } from "../hosting/finish-site.ts";

/**
 * Prepares to build the site, once or many times, each time in a draft folder from which it is moved only when everything
 * went well.
 * @param parent where the draft folder is made: a folder on the disk of the place that the site is moved to
 * @param place moves the draft to its place
 * @param quiet says nothing, not even why a build fails: whoever called does
 * @returns builds; rejects with a ContentError when content or data are wrong, otherwise with what Eleventy says when it
 * cannot render or write
 */
export async function siteBuilder(
  parent: string,
  place: (draft: string) => Promise<void>,
  { quiet = false }: { quiet?: boolean } = {},
): Promise<() => Promise<void>> {
  await mkdir(parent, { recursive: true });
  const draft = await mkdtemp(path.join(parent, ".build-"));
  const eleventy = new Eleventy("", path.relative(process.cwd(), draft), {
    configPath: ".eleventy.ts",
    quietMode: true,
  });
  if (quiet) eleventy.disableLogger();

  return async () => {
    try {
      await eleventy.init();
      await eleventy.write();
      await place(draft);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  };
}

/**
 * Builds the site once, with what its hosts need, and puts it in the place of the published one: after an error, the last
 * good build is still there as it was.
 * @param feedbackUrl the remote handler that its form posts to, if there is one
 * @throws as what {@link siteBuilder} returns
 */
export async function buildSite(output: string, feedbackUrl: string | undefined): Promise<void> {
  const build = await siteBuilder(path.dirname(output), async (draft) => {
    await finishSite(draft, feedbackUrl);
    await replace(output, draft);
  });
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

import { chmod, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import path from "node:path";
import Eleventy from "@11ty/eleventy";
import { finishSite } from "../hosting/finish-site.ts";

/**
 * Builds the site beside the published one and puts it in its place only when everything went well:
 * after an error, the last good build is still there as it was.
 * @throws when Eleventy cannot render or write.
 */
export async function buildSite(output: string, feedbackUrl: string | undefined): Promise<void> {
  await mkdir(path.dirname(output), { recursive: true });
  const draft = await mkdtemp(path.join(path.dirname(output), ".build-"));
  try {
    const eleventy = new Eleventy("", path.relative(process.cwd(), draft), {
      configPath: ".eleventy.ts",
      quietMode: true,
    });
    await eleventy.init();
    await eleventy.write();
    await finishSite(draft, feedbackUrl);
    await replace(output, draft);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
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

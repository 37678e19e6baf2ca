import { chmod, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import path from "node:path";
import Eleventy from "@11ty/eleventy";
import configure from "../../.eleventy.ts";
import { prepareBuild, type CheckedSite } from "../config/build.ts";
import { finishSite } from "../hosting/finish-site.ts";
import { NO_PROGRESS, type Progress } from "./progress.ts";

/** What Eleventy has to say, without its count of files: the progress tells that. */
const COMPLAINTS = { log: () => undefined, warn: console.warn, error: console.error };

export interface BuildOptions {
  /** The remote handler that the form posts to, if there is one. */
  feedbackUrl: string | undefined;
  /** If true, nothing is printed, not even why a build fails. The caller reports it. */
  quiet?: boolean;
  /** Shows the stages of the build. By default nothing does. */
  progress?: Progress;
}

/**
 * Builds the pages of a site in a draft folder, and moves them into place only if everything
 * succeeds.
 * @param parent where to create the draft folder; it must be on the same disk as the pages' place
 * @param place moves the draft to its place
 * @throws Eleventy's error if it cannot render or write
 */
export async function buildPages(
  site: CheckedSite,
  parent: string,
  place: (draft: string) => Promise<void>,
  { feedbackUrl, quiet = false, progress = NO_PROGRESS }: BuildOptions,
): Promise<void> {
  await mkdir(parent, { recursive: true });
  const draft = await mkdtemp(path.join(parent, ".build-"));
  try {
    const build = await progress.stage("Stili, script e immagini", () =>
      prepareBuild(site, draft, feedbackUrl),
    );
    await progress.stage("Pagine", async (tell) => {
      let done = 0;
      const eleventy = new Eleventy("", path.relative(process.cwd(), draft), {
        configPath: "",
        config: (eleventyConfig) => {
          configure(eleventyConfig, build);
          // Eleventy calls a linter once for each page, when it is rendered.
          eleventyConfig.addLinter("progress", () => {
            tell(++done, build.addresses.length);
          });
        },
        quietMode: true,
      });
      eleventy.logger.overrideLogger(quiet ? false : COMPLAINTS);
      await eleventy.init();
      await eleventy.write();
    });
    await place(draft);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * Builds a site with the files that its hosts need, and replaces the published one. If the build
 * fails, the last good build stays in place.
 * @throws as {@link buildPages} does
 */
export async function buildSite(site: CheckedSite, output: string, options: BuildOptions): Promise<void> {
  const { feedbackUrl, progress = NO_PROGRESS } = options;
  const finish = async (draft: string): Promise<void> => {
    await progress.stage("Intestazioni", () => finishSite(draft, feedbackUrl));
    await replace(output, draft);
  };
  await buildPages(site, path.dirname(output), finish, options);
}

async function replace(output: string, draft: string): Promise<void> {
  const previous = `${draft}-previous`;
  // Only its owner can read a temporary folder, but another user may serve the site.
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

import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { checkedSite } from "../config/build.ts";
import { loadSite } from "../content-model/load-site.ts";
import { formatProblem } from "../content-model/problems/problem.ts";
import { siteDirs } from "../content-model/reading/site-dirs.ts";
import { readingCache } from "../content-model/reading/site-sources.ts";
import { createDevServer } from "../dev/dev-server.ts";
import { watchFolders } from "../dev/watch-folders.ts";
import { buildPages } from "./build-site.ts";
import { contentReport, pluralize } from "./content-report.ts";
import { readFeedbackUrl } from "./feedback-url.ts";

// Started by dev.ts with the folder to write to. It serves the site, rebuilds it when its contents
// or data change, and shows errors and warnings over the pages.

/** Shown at every address until the first build. */
const NO_PAGES_YET = `<!doctype html>
<html lang="it">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Il sito non è ancora pronto</title></head>
<body><main><h1>Il sito non è ancora pronto</h1><p>Compare qui da solo.</p></main></body>
</html>
`;

const [, , parent = ".cache/dev"] = process.argv;
let pages = path.join(parent, "no-pages-yet");
await mkdir(pages, { recursive: true });
await writeFile(path.join(pages, "404.html"), NO_PAGES_YET);

const dirs = siteDirs(process.env);
const server = await createDevServer(pages);
server.listen(Number(process.env["PORT"] ?? 8080));
const cache = readingCache();
const feedbackUrl = readFeedbackUrl(process.env);
const changed = await watchFolders([dirs.content, dirs.data, dirs.fallbackData], rebuild);
changed();

/**
 * Each build has its own folder, because replacing a folder that is in use could stop the server.
 */
async function show(draft: string): Promise<void> {
  const previous = pages;
  pages = path.join(parent, randomUUID());
  await rename(draft, pages);
  server.showPages(pages);
  await rm(previous, { recursive: true });
}

/**
 * Rebuilds the pages and shows the results. Errors that prevent a build are shown first, then all
 * errors and warnings.
 */
async function rebuild(): Promise<void> {
  const loaded = await loadSite(dirs, cache);
  const site = checkedSite(loaded);
  let failure: string | undefined;
  try {
    if (site) await buildPages(site, parent, show, { feedbackUrl, quiet: true });
    else server.publish({ problems: loaded.problems, warnings: [] });
  } catch (error) {
    console.error(error);
    failure = messagesOf(error).join("\n");
  }
  const report = await contentReport(loaded);
  server.publish(report, failure);
  for (const problem of report.problems) console.error(formatProblem(problem));
  const errors = pluralize(report.problems.length, "errore", "errori");
  console.log(`Controllato: ${errors}, ${pluralize(report.warnings.length, "avviso", "avvisi")}.`);
}

/** The messages of an error and its causes. Eleventy keeps the cause in `originalError`. */
function messagesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const before = "originalError" in error ? error.originalError : error.cause;
  return [error.message, ...(before === undefined ? [] : messagesOf(before))];
}

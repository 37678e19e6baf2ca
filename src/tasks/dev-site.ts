import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { ContentError } from "../config/site-state.ts";
import { loadSite } from "../content-model/load-site.ts";
import { formatProblem } from "../content-model/problem.ts";
import { siteDirs } from "../content-model/site-dirs.ts";
import { createDevServer } from "../dev/dev-server.ts";
import { watchFolders } from "../dev/watch-folders.ts";
import { siteBuilder } from "./build-site.ts";
import { contentReport, counted } from "./content-report.ts";

// Started by dev.ts with the folder to write to: serves the site, makes it again when its contents or data change, and
// shows what the checks find over its pages.

/** At every address, until there are pages. */
const NO_PAGES_YET = `<!doctype html>
<html lang="it">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Il sito non è ancora pronto</title></head>
<body><main><h1>Il sito non è ancora pronto</h1><p>Compare qui da solo.</p></main></body>
</html>
`;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("dev-site.ts is started by dev.ts, with a folder of its own.");
const output = path.join(folder, "site");
await mkdir(output, { recursive: true });
await writeFile(path.join(output, "404.html"), NO_PAGES_YET);

const dirs = siteDirs(process.env);
const server = await createDevServer(output);
server.listen(Number(process.env["PORT"] ?? 8080));
const build = await siteBuilder(output, { quiet: true });
await watchFolders([dirs.content, dirs.data, dirs.fallbackData], rebuild);
await rebuild();

/** Makes the pages, and tells what was found: first what keeps them from being made, then everything. */
async function rebuild(): Promise<void> {
  let failure: string | undefined;
  try {
    await build();
    server.pagesChanged();
  } catch (error) {
    if (error instanceof ContentError) {
      server.publish({ problems: error.problems, warnings: [] });
    } else {
      console.error(error);
      failure = error instanceof Error ? error.message : String(error);
    }
  }
  const report = await contentReport(await loadSite(dirs));
  server.publish(report, failure);
  for (const problem of report.problems) console.error(formatProblem(problem));
  const errors = counted(report.problems.length, "errore", "errori");
  console.log(`Controllato: ${errors}, ${counted(report.warnings.length, "avviso", "avvisi")}.`);
}

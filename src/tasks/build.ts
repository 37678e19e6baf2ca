import path from "node:path";
import { checkedSite } from "../config/build.ts";
import { loadSite } from "../content-model/load-site.ts";
import { siteDirs } from "../content-model/reading/site-dirs.ts";
import { OperatorError } from "../shared/operator-error.ts";
import { buildSite } from "./build-site.ts";
import { printReport } from "./content-report.ts";
import { readFeedbackUrl } from "./feedback-url.ts";
import { createProgress } from "./progress.ts";

// npm run build: checks the facts and pages, then builds. The exit code is 1 if there are errors.
const progress = createProgress(process.stdout, process.argv);
try {
  const feedbackUrl = readFeedbackUrl(process.env);
  const loaded = await progress.stage("Contenuti", () => loadSite(siteDirs(process.env)));
  printReport(loaded);
  const site = checkedSite(loaded);
  const output = path.resolve(process.env["OUTPUT_DIR"] ?? "_site");
  if (site) await buildSite(site, output, { feedbackUrl, progress });
  else process.exitCode = 1;
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

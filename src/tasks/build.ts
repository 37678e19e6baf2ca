import path from "node:path";
import { checkedSite } from "../config/build.ts";
import { loadSite } from "../content-model/load-site.ts";
import { siteDirs } from "../content-model/reading/site-dirs.ts";
import { OperatorError } from "../shared/operator-error.ts";
import { buildSite } from "./build-site.ts";
import { printReport } from "./content-report.ts";
import { readFeedbackUrl } from "./feedback-url.ts";

// npm run build: checks the facts and pages, then builds. The exit code is 1 if there are errors.
try {
  const feedbackUrl = readFeedbackUrl(process.env);
  const loaded = await loadSite(siteDirs(process.env));
  printReport(loaded);
  const site = checkedSite(loaded);
  if (site) await buildSite(site, path.resolve(process.env["OUTPUT_DIR"] ?? "_site"), feedbackUrl);
  else process.exitCode = 1;
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

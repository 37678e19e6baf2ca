import path from "node:path";
import { readFeedbackUrl } from "../config/feedback-url.ts";
import { loadSite } from "../content-model/load-site.ts";
import { siteDirs } from "../content-model/reading/site-dirs.ts";
import { OperatorError } from "../feedback/operator-error.ts";
import { buildSite } from "./build-site.ts";
import { printReport } from "./content-report.ts";

// npm run build: checks the facts and pages, then builds; exit code 1 when there is something to mend.
try {
  const feedbackUrl = readFeedbackUrl(process.env);
  if (printReport(await loadSite(siteDirs(process.env)))) {
    await buildSite(path.resolve(process.env["OUTPUT_DIR"] ?? "_site"), feedbackUrl);
  } else {
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

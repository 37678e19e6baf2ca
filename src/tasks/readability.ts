import { loadSite } from "../content-model/load-site.ts";
import { siteDirs } from "../content-model/reading/site-dirs.ts";
import { readPages } from "../readability/read-site.ts";
import { readabilityReport } from "../readability/readability-report.ts";
import { printReport } from "./content-report.ts";

// npm run readability: prints the readability of every Italian page as Markdown. The exit code is 1
// if the pages cannot be read.
const site = await loadSite(siteDirs(process.env));

if (printReport({ problems: site.problems, warnings: [] })) {
  process.stdout.write(readabilityReport(readPages(site)));
} else {
  process.exitCode = 1;
}

import { writeFile } from "node:fs/promises";
import { loadSite } from "../content-model/load-site.ts";
import { siteDirs } from "../content-model/site-dirs.ts";
import { readPages } from "../readability/read-site.ts";
import { readabilityReport } from "../readability/readability-report.ts";
import { printReport } from "./content-report.ts";

// npm run readability: writes the readability of every Italian page to docs/readability.md.
const REPORT = "docs/readability.md";
const site = await loadSite(siteDirs(process.env));

if (printReport({ problems: site.problems, warnings: [] })) {
  const pages = readPages(site);
  await writeFile(REPORT, readabilityReport(pages));
  console.log(`${REPORT}: ${pages.length} pagine.`);
} else {
  process.exitCode = 1;
}

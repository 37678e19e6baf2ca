import { loadSite } from "../content-model/load-site.ts";
import { siteDirs } from "../content-model/site-dirs.ts";
import { sortProblems } from "../content-model/problem.ts";
import { readSite } from "../readability/read-site.ts";
import { counted, printAnnotatedReport } from "./content-report.ts";

// npm run check:content: what is wrong with the content, then what could be better, one a line and a count of each at the
// end; exit code 1 when something is wrong. It tells what keeps the site from being built, and how the Italian pages read.
const site = await loadSite(siteDirs(process.env));
const reading = await readSite(site);
const report = {
  problems: sortProblems([...site.problems, ...reading.problems]),
  warnings: sortProblems([...site.warnings, ...reading.warnings]),
};

const isRight = printAnnotatedReport(report, process.env);
if (report.problems.length + report.warnings.length > 0) {
  const errors = counted(report.problems.length, "errore", "errori");
  console.error(`${errors}, ${counted(report.warnings.length, "avviso", "avvisi")}.`);
}
if (isRight) {
  const pages = counted(site.pages.length, "pagina controllata", "pagine controllate");
  console.log(`Contenuti a posto: ${pages}.`);
} else {
  process.exitCode = 1;
}

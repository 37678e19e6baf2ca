import { loadSite } from "../content-model/load-site.ts";
import { siteDirs } from "../content-model/site-dirs.ts";
import { readSite } from "../readability/read-site.ts";
import { printAnnotatedReport } from "./content-report.ts";

// npm run check:content: what is wrong with the content, one error a line; exit code 1 when there is any.
// First what keeps the site from being built, then, after the dictionary is loaded, how the Italian pages read.
const site = await loadSite(siteDirs(process.env));
const canBeBuilt = printAnnotatedReport(site, process.env);
const canBeRead = printAnnotatedReport(await readSite(site), process.env);

if (canBeBuilt && canBeRead) {
  const count = site.pages.length;
  console.log(`Contenuti a posto: ${count} ${count === 1 ? "pagina controllata" : "pagine controllate"}.`);
} else {
  process.exitCode = 1;
}

import { loadSite } from "../content-model/load-site.ts";
import { siteDirs } from "../content-model/site-dirs.ts";
import { printReport } from "./content-report.ts";

// npm run check:content: what is wrong with the content, one error a line; exit code 1 when there is any.
const site = await loadSite(siteDirs(process.env));

if (printReport(site)) {
  const count = site.pages.length;
  console.log(`Contenuti a posto: ${count} ${count === 1 ? "pagina controllata" : "pagine controllate"}.`);
} else {
  process.exitCode = 1;
}

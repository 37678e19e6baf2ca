import { loadSite } from "../content-model/load-site.ts";
import { siteDirs } from "../content-model/reading/site-dirs.ts";
import { printContentReport } from "./content-report.ts";

// npm run check:content: what is wrong with the content, then what could be better, one a line and a count of each at the
// end; exit code 1 when something is wrong. It tells what keeps the site from being built, and how the Italian pages read.
if (!(await printContentReport(await loadSite(siteDirs(process.env)), process.env))) process.exitCode = 1;

import { loadSite } from "../content-model/load-site.ts";
import { siteDirs } from "../content-model/reading/site-dirs.ts";
import { printContentReport } from "./content-report.ts";

// npm run check:content: prints errors in the content, then warnings, one per line, and a count of
// each. It covers everything that prevents a build, and the readability of the Italian pages. The
// exit code is 1 if there are errors.
if (!(await printContentReport(await loadSite(siteDirs(process.env)), process.env))) process.exitCode = 1;

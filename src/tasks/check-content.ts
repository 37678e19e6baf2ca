import { loadSite } from "../content-model/load-site.ts";
import { formatProblem } from "../content-model/problem.ts";
import { siteDirs } from "../content-model/site-dirs.ts";

// npm run check:content: what is wrong with the content, one error a line; exit code 1 when there is any.
const { pages, problems, warnings } = await loadSite(siteDirs(process.env));

for (const { message, ...place } of warnings)
  console.error(formatProblem({ ...place, message: `avviso: ${message}` }));
for (const problem of problems) console.error(formatProblem(problem));

if (problems.length > 0) process.exitCode = 1;
else
  console.log(
    `Contenuti a posto: ${pages.length} ${pages.length === 1 ? "pagina controllata" : "pagine controllate"}.`,
  );

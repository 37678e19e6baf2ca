import type { LoadedSite } from "../content-model/load-site.ts";
import { formatProblem, type Report, sortProblems } from "../content-model/problems/problem.ts";
import { readSite } from "../readability/read-site.ts";
import { annotation } from "./annotation.ts";

/** A number with the matching noun: "1 errore", "2 errori". */
export function pluralize(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * Prints errors and warnings to standard error, one per line, as `path:line: message`.
 * @returns true if there are no errors
 */
export function printReport({ problems, warnings }: Report): boolean {
  for (const problem of problems) console.error(formatProblem(problem));
  for (const warning of warnings) {
    console.error(formatProblem({ ...warning, message: `avviso: ${warning.message}` }));
  }
  return problems.length === 0;
}

/**
 * Like {@link printReport}. On GitHub Actions, it also adds a note beside each line in the pull
 * request. Only one step of the workflow may call it, otherwise each note appears twice.
 */
export function printAnnotatedReport({ problems, warnings }: Report, env: NodeJS.ProcessEnv): boolean {
  if (env["GITHUB_ACTIONS"] === "true") {
    for (const problem of problems) console.log(annotation("error", problem));
    for (const warning of warnings) console.log(annotation("warning", warning));
  }
  return printReport({ problems, warnings });
}

/** Collects all errors and warnings about a loaded site, including those about its language. */
export async function contentReport(site: LoadedSite): Promise<Report> {
  const reading = await readSite(site);
  return {
    problems: sortProblems([...site.problems, ...reading.problems]),
    warnings: sortProblems([...site.warnings, ...reading.warnings]),
  };
}

/**
 * Prints all errors and warnings about a loaded site.
 * @returns true if there are no errors
 */
export async function printContentReport(site: LoadedSite, env: NodeJS.ProcessEnv): Promise<boolean> {
  const report = await contentReport(site);
  const isRight = printAnnotatedReport(report, env);
  if (report.problems.length + report.warnings.length > 0) {
    const errors = pluralize(report.problems.length, "errore", "errori");
    console.error(`${errors}, ${pluralize(report.warnings.length, "avviso", "avvisi")}.`);
  }
  if (isRight) {
    const pages = pluralize(site.pages.length, "pagina controllata", "pagine controllate");
    console.log(`Contenuti a posto: ${pages}.`);
  }
  return isRight;
}

import type { LoadedSite } from "../content-model/load-site.ts";
import { formatProblem } from "../content-model/problem.ts";

/** Prints warnings and errors to standard error, one a line, `path:line: message`; true when there is no error. */
export function printReport({ problems, warnings }: Pick<LoadedSite, "problems" | "warnings">): boolean {
  for (const warning of warnings) {
    console.error(formatProblem({ ...warning, message: `avviso: ${warning.message}` }));
  }
  for (const problem of problems) console.error(formatProblem(problem));
  return problems.length === 0;
}

/**
 * Something wrong in the content, at a line that an editor can open. The message is in Italian, and
 * complete by itself.
 */
export interface Problem {
  /** Path relative to the project, with forward slashes. */
  file: string;
  /** The first line is 1. */
  line: number;
  message: string;
}

/** What a check found in a line of the file that it was given. */
export type Finding = Omit<Problem, "file">;

/** What checks found: errors that must be fixed, and warnings. */
export interface Report {
  problems: readonly Problem[];
  warnings: readonly Problem[];
}

/** `path:line: message`, a form that editors and terminals can jump to. */
export function formatProblem({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`;
}

/** Sorts problems by file and line, and removes duplicates. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...unique.values()].sort((a, b) => compare(a.file, b.file) || a.line - b.line);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

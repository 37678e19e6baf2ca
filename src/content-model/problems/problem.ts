/** Something wrong in the content, at a line that an editor can open. The message is Italian and complete in itself. */
export interface Problem {
  /** Project-relative path, with forward slashes. */
  file: string;
  /** First line is 1. */
  line: number;
  message: string;
}

/** What a check has to say about a line of the file that it was given. */
export type Finding = Omit<Problem, "file">;

/** What a check found: what must be mended, and what could be better. */
export interface Report {
  problems: readonly Problem[];
  warnings: readonly Problem[];
}

/** `path:line: message`, the form that editors and terminals can jump to. */
export function formatProblem({ file, line, message }: Problem): string {
  return `${file}:${line}: ${message}`;
}

/** Problems by file, then by line; a message said twice of the same line stays once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...unique.values()].sort((a, b) => compare(a.file, b.file) || a.line - b.line);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

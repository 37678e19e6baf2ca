import type { Problem } from "../problems/problem.ts";

/** The way to a value: keys and list positions, as in a Zod issue. */
export type ValuePath = readonly PropertyKey[];

/** Parsed JSON or YAML that still knows where each value stands. */
export interface SourceDocument {
  file: string;
  value: unknown;
  /** The line of the value at a path; of its nearest existing parent when it is missing. First line is 1. */
  lineOf(path: ValuePath): number;
}

/** A document, or the problems that kept it from being read. */
export type Parsed =
  { document: SourceDocument; problems: readonly [] } | { document: undefined; problems: Problem[] };

/** The line of a character offset, the first being 1. */
export function lineOfOffset(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** One problem a line: a syntax error brings others along that say nothing more. */
export function firstOfEachLine(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ line }, index) => problems.findIndex((other) => other.line === line) === index);
}

export interface PlacedText {
  text: string;
  path: ValuePath;
}

/**
 * The texts of a document at a path, whether or not the rest of it is right.
 * @param pattern keys; `*` stands for every key of a group and every item of a list.
 */
export function textsAt(
  document: Pick<SourceDocument, "value"> | undefined,
  pattern: readonly string[],
): PlacedText[] {
  let found: { value: unknown; path: ValuePath }[] = [{ value: document?.value, path: [] }];
  for (const step of pattern) {
    found = found.flatMap(({ value, path }) =>
      children(value)
        .filter(([key]) => step === "*" || step === key)
        .map(([key, child]) => ({ value: child, path: [...path, key] })),
    );
  }
  return found.flatMap(({ value, path }) =>
    typeof value === "string" ? [{ text: value.trim(), path }] : [],
  );
}

function children(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return [...value.entries()];
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

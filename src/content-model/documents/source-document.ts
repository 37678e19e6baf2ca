import type { Problem } from "../problems/problem.ts";

/** The path to a value: keys and list positions, as in a Zod issue. */
export type ValuePath = readonly PropertyKey[];

/** Parsed JSON or YAML that knows the line of each value. */
export interface SourceDocument {
  file: string;
  value: unknown;
  /** The line of the value at a path, or of its nearest existing parent. The first line is 1. */
  lineOf(path: ValuePath): number;
}

/** A document, or the problems that prevented it from being parsed. */
export type Parsed =
  { document: SourceDocument; problems: readonly [] } | { document: undefined; problems: Problem[] };

/** The line of a character offset. The first line is 1. */
export function lineOfOffset(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** Keeps the first problem of each line. The others mostly follow from the same syntax error. */
export function firstOfEachLine(problems: readonly Problem[]): Problem[] {
  return problems.filter(({ line }, index) => problems.findIndex((other) => other.line === line) === index);
}

export interface PlacedText {
  text: string;
  path: ValuePath;
}

/**
 * The texts of a document at a path, even if other parts of it are wrong.
 * @param pattern keys; `*` matches every key of a group and every item of a list
 */
export function textsAt(
  document: Pick<SourceDocument, "value"> | undefined,
  pattern: readonly string[],
): PlacedText[] {
  let found: { value: unknown; path: ValuePath }[] = [{ value: document?.value, path: [] }];
  for (const step of pattern) {
    found = found.flatMap(({ value, path }) =>
      (step === "*" ? children(value) : childAt(value, step)).map(([key, child]) => ({
        value: child,
        path: [...path, key],
      })),
    );
  }
  return found.flatMap(({ value, path }) =>
    typeof value === "string" ? [{ text: value.trim(), path }] : [],
  );
}

/** All texts of a document, at any depth, without its keys. */
export function everyText({ value }: Pick<SourceDocument, "value">): PlacedText[] {
  return textsBelow(value, []);
}

function textsBelow(value: unknown, path: ValuePath): PlacedText[] {
  if (typeof value === "string") return [{ text: value, path }];
  return children(value).flatMap(([key, child]) => textsBelow(child, [...path, key]));
}

function childAt(value: unknown, key: string): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.hasOwn(value, key) ? [[key, Reflect.get(value, key)]] : [];
}

function children(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return [...value.entries()];
  return typeof value === "object" && value !== null ? Object.entries(value) : [];
}

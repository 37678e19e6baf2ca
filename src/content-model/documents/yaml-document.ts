import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { Problem } from "../problems/problem.ts";
import { firstOfEachLine, type Parsed, type ValuePath } from "./source-document.ts";
import { yamlMessage } from "./yaml-messages.ts";

/**
 * Parses YAML 1.2 (dates stay texts) and keeps the positions. Anchors and aliases are refused: a fact stands once, in JSON.
 * @param firstLine the file's line on which the text starts.
 */
export function parseYaml(file: string, text: string, firstLine: number): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: "error",
  });
  const lineAt = (offset: number): number => firstLine + Math.max(lines.linePos(offset).line, 1) - 1;
  const syntax = [...document.errors, ...document.warnings].map(({ code, pos: [offset] }) => ({
    file,
    line: lineAt(code === "MISSING_CHAR" ? openingOffset(document, offset) : offset),
    message: yamlMessage(code),
  }));
  const problems = [...syntax, ...aliasProblems(file, document, lineAt)];
  if (problems.length > 0) return { document: undefined, problems: firstOfEachLine(problems) };
  const value: unknown = document.toJS();
  // The root's parent is the front matter itself, whose first line is the one with the three dashes.
  const lineOf = (path: ValuePath): number => {
    const offset = offsetOf(document.contents, path);
    return offset === undefined ? firstLine - 1 : lineAt(offset);
  };
  return { document: { file, value, lineOf }, problems: [] };
}

/** A quote left open is noticed at the end of the text, but the line to mend is the one where it opens. */
function openingOffset(document: Document, offset: number): number {
  let opening = offset;
  visit(document, (_key, node) => {
    if (isScalar(node) && node.range && node.range[0] <= offset && offset <= node.range[2])
      [opening] = node.range;
  });
  return opening;
}

function aliasProblems(file: string, document: Document, lineAt: (offset: number) => number): Problem[] {
  const problems: Problem[] = [];
  visit(document, (_key, node) => {
    if (isAlias(node))
      problems.push({ file, line: lineAt(node.range?.[0] ?? 0), message: yamlMessage("ALIAS") });
  });
  return problems;
}

/** Where the value at a path starts; lists, groups and empty values start at their key. Undefined at the root. */
function offsetOf(root: unknown, path: ValuePath): number | undefined {
  let node = root;
  let offset: number | undefined;
  for (const step of path) {
    const child = childAt(node, step);
    if (child === undefined) return offset;
    node = child.value;
    const ownLine = isScalar(node) && node.value !== null ? node.range?.[0] : undefined;
    offset = ownLine ?? child.offset;
  }
  return offset;
}

function childAt(
  node: unknown,
  step: PropertyKey,
): { value: unknown; offset: number | undefined } | undefined {
  if (isSeq(node) && typeof step === "number") {
    const value = node.items[step];
    return step < node.items.length ? { value, offset: startOf(value) } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
  return pair && { value: pair.value, offset: startOf(pair.key) };
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}

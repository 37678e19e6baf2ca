import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import type { Problem } from "../problems/problem.ts";
import { firstOfEachLine, type Parsed, type ValuePath } from "./source-document.ts";

/**
 * Parses YAML 1.2 and keeps the positions. Dates stay strings. Anchors and aliases are refused,
 * because shared facts belong in the JSON data.
 * @param firstLine line of the file on which the text starts
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
  const problems = [
    ...(syntax.length > 0 ? syntax : commentProblems(file, document, text, lineAt)),
    ...(text.includes("*") ? aliasProblems(file, document, lineAt) : []),
  ];
  if (problems.length > 0) return { document: undefined, problems: firstOfEachLine(problems) };
  const value: unknown = document.toJS();
  // The root stands for the whole front matter, whose first line is the opening dashes.
  const lineOf = (path: ValuePath): number => {
    const offset = offsetOf(document.contents, path);
    return offset === undefined ? firstLine - 1 : lineAt(offset);
  };
  return { document: { file, value, lineOf }, problems: [] };
}

/**
 * The parser notices an open quote at the end of the text, but the line to fix is where it opens.
 */
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

/**
 * A `#` after a space ends a value, and the rest would be lost without a word. Whoever put the
 * value in quotes knows.
 */
function commentProblems(
  file: string,
  document: Document,
  text: string,
  lineAt: (offset: number) => number,
): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Scalar: (_key, { type, range }) => {
      if (type !== "PLAIN" || !range) return;
      const [start, end] = range;
      if (!/^[ \t]+#/.test(text.slice(end))) return;
      problems.push({ file, line: lineAt(start), message: yamlMessage("COMMENT") });
    },
  });
  return problems;
}

/**
 * The offset where the value at a path starts. Lists, groups and empty values start at their key.
 * Undefined for the root.
 */
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

type Code = YAMLError["code"] | "ALIAS" | "COMMENT";

const QUOTES_FOR_SIGN =
  "ci vogliono le virgolette doppie attorno a un valore che comincia con un segno; qui mancano";

/** What YAML expects and what it found, by the parser's error code, worded for the likely cause. */
const CAUSES: Partial<Record<Code, string>> = {
  ALIAS: QUOTES_FOR_SIGN,
  BAD_ALIAS: QUOTES_FOR_SIGN,
  BAD_DQ_ESCAPE: "ci vogliono due barre \\\\ per scriverne una tra virgolette doppie; qui ce n'è una",
  BAD_INDENT: "ci vuole lo stesso rientro per le righe dello stesso gruppo; qui il rientro è diverso",
  BAD_SCALAR_START: QUOTES_FOR_SIGN,
  BLOCK_AS_IMPLICIT_KEY:
    "ci vogliono le virgolette doppie attorno a un valore che contiene i due punti; qui mancano",
  COMMENT:
    "ci vogliono le virgolette doppie attorno a un valore che contiene uno spazio e un cancelletto; qui mancano, e dal # in poi non si legge",
  DUPLICATE_KEY: "ci vuole ogni chiave una volta sola; qui c'è una chiave già scritta sopra",
  MISSING_CHAR: "ci vuole la virgoletta, la parentesi o la virgola che chiude; qui manca",
  MULTILINE_IMPLICIT_KEY: "ci vogliono i due punti e uno spazio dopo la chiave; qui mancano",
  MULTIPLE_DOCS: "ci vuole una sola intestazione; qui ne comincia un'altra",
  NON_STRING_KEY: "ci vuole una parola come chiave; qui c'è un altro tipo di valore",
  TAB_AS_INDENT: "ci vogliono spazi per il rientro; qui c'è un tabulatore",
  TAG_RESOLVE_FAILED: QUOTES_FOR_SIGN,
};

function yamlMessage(code: Code): string {
  const cause = CAUSES[code] ?? "ci vogliono righe nella forma «chiave: valore»; qui c'è altro";
  return `YAML non valido: ${cause}`;
}

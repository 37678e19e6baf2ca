import { getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import type { Problem } from "../problems/problem.ts";
import { quote } from "../problems/wording.ts";
import { firstOfEachLine, lineOfOffset, type Parsed, type ValuePath } from "./source-document.ts";

const STRICT = { disallowComments: true, allowTrailingComma: false };

/** What JSON expects, by the parser's error code. */
const EXPECTED: Readonly<Record<string, string>> = {
  InvalidSymbol: "un testo tra virgolette doppie, un numero, true, false o null",
  InvalidNumberFormat: "un numero scritto come 12 o 12.5",
  PropertyNameExpected: "una chiave tra virgolette doppie (dopo l'ultima voce la virgola non va)",
  ValueExpected: "un valore (dopo l'ultima voce la virgola non va)",
  ColonExpected: "due punti tra la chiave e il valore",
  CommaExpected: "una virgola tra una voce e la successiva",
  CloseBraceExpected: "una parentesi graffa chiusa }",
  CloseBracketExpected: "una parentesi quadra chiusa ]",
  EndOfFileExpected: "la fine del file",
  InvalidCommentToken: "nessun commento: in questo file non si possono scrivere",
  UnexpectedEndOfComment: "nessun commento: in questo file non si possono scrivere",
  UnexpectedEndOfString: "la virgoletta che chiude il testo, sulla stessa riga",
  UnexpectedEndOfNumber: "un numero scritto per intero",
  InvalidUnicode: "un carattere scritto come \\u00e8",
  InvalidEscapeCharacter: 'dopo la barra \\ uno tra \\ " / b f n r t u',
  InvalidCharacter: "nessun carattere invisibile dentro il testo",
};

/**
 * Parses strict JSON, without comments, trailing commas or repeated keys, and keeps the positions.
 */
export function parseJson(file: string, text: string): Parsed {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, STRICT);
  const problems =
    root === undefined || errors.length > 0
      ? firstOfEachLine(errors.map((error) => syntaxProblem(file, text, error)))
      : repeatedKeys(root).map((key) => ({
          file,
          line: lineOfOffset(text, key.offset),
          message: `JSON non valido: la chiave ${quote(String(key.value))} compare due volte; ci vuole una volta sola`,
        }));
  if (root === undefined || problems.length > 0) return { document: undefined, problems };
  const value: unknown = getNodeValue(root);
  const lineOf = (path: ValuePath): number => lineOfOffset(text, offsetOf(root, path));
  return { document: { file, value, lineOf }, problems: [] };
}

function syntaxProblem(file: string, text: string, { error, offset, length }: ParseError): Problem {
  const code = printParseErrorCode(error);
  // The parser notices a missing comma at the next word, but the line to fix is the one before.
  const place = code === "CommaExpected" ? text.slice(0, offset).trimEnd().length : offset;
  const found = text.slice(offset, offset + length).trim();
  const here = found === "" ? "qui il testo finisce" : `qui c'è ${quote(found)}`;
  const expected = EXPECTED[code] ?? "un testo JSON corretto";
  return { file, line: lineOfOffset(text, place), message: `JSON non valido: ci vuole ${expected}; ${here}` };
}

function repeatedKeys(node: Node): Node[] {
  const children = node.children ?? [];
  const keys = node.type === "object" ? children.flatMap(({ children: pair }) => pair?.[0] ?? []) : [];
  const repeated = keys.filter((key, index) => keys.findIndex(({ value }) => value === key.value) < index);
  return [...repeated, ...children.flatMap(repeatedKeys)];
}

/** The offset where the value at a path starts. Lists and groups start at their key. */
function offsetOf(root: Node, path: ValuePath): number {
  let node = root;
  let offset = root.offset;
  for (const step of path) {
    const child = childAt(node, step);
    if (child === undefined) return offset;
    node = child.value;
    offset = node.children === undefined ? node.offset : child.offset;
  }
  return offset;
}

function childAt(node: Node, step: PropertyKey): { value: Node; offset: number } | undefined {
  if (node.type === "array" && typeof step === "number") {
    const value = node.children?.[step];
    return value && { value, offset: value.offset };
  }
  const property = node.children?.find(({ children }) => children?.[0]?.value === step);
  const value = property?.children?.[1];
  return property && value && { value, offset: property.offset };
}

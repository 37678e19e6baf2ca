import { findNodeAtLocation, parseTree } from "jsonc-parser";

/**
 * A JSON text with another value at a path, and every other character as it was. A key that is
 * missing comes last in its object, on lines of its own, indented as the key before it.
 * @param text valid JSON
 * @param path keys; only the last may be missing
 * @throws Error if the object that the last key belongs to is missing or empty
 */
export function withJsonValue(text: string, path: readonly string[], value: unknown): string {
  const root = parseTree(text);
  const old = root && findNodeAtLocation(root, [...path]);
  if (old) return splice(text, old.offset, old.length, JSON.stringify(value));
  const previous = root && findNodeAtLocation(root, path.slice(0, -1))?.children?.at(-1);
  if (!previous) throw new Error(`There is no object with keys for ${path.join(".")}`);
  const indent = /(?<=^|\n)[ \t]+$/.exec(text.slice(0, previous.offset))?.[0] ?? "  ";
  const property = `${JSON.stringify(path.at(-1))}: ${JSON.stringify(value, null, indent)}`;
  const lines = ["", ...property.split("\n")].join(`${lineEnd(text)}${indent}`);
  return splice(text, previous.offset + previous.length, 0, `,${lines}`);
}

function splice(text: string, offset: number, length: number, replacement: string): string {
  return text.slice(0, offset) + replacement + text.slice(offset + length);
}

function lineEnd(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

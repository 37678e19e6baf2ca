import { createHash } from "node:crypto";
import type { Finding } from "../problems/problem.ts";
import { foldCharacters } from "./characters.ts";
import { lineOfOffset } from "./source-document.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true });
const NEWLINE = 0x0a;

/** The text of a file, or the reason (Italian) why nothing in it can be read. */
export type Decoded = { text: string; error?: never } | { text?: never; error: Finding };

const NOT_UTF8 = "ci vuole un file salvato in UTF-8; qui c'è un carattere salvato in un altro modo";
const CONFLICT =
  "ci vuole una sola versione del testo; qui Git ne ha messe due, tra <<<<<<< e >>>>>>>: scegline una e togli i segni";

/** The first line of what Git writes when two people changed the same lines. */
const CONFLICT_MARK = /^(?:<{7}|>{7}) .*$/m;

/**
 * Decodes bytes as strict UTF-8. Removes a byte order mark, turns CRLF into LF, for editors on
 * Windows, and folds characters.
 */
export function decodeSource(bytes: Uint8Array): Decoded {
  const decoded = tryDecode(bytes);
  if (decoded === undefined) return { error: { line: firstBadLine(bytes), message: NOT_UTF8 } };
  const text = foldCharacters(decoded.replace(/\r\n?/g, "\n"));
  const conflict = CONFLICT_MARK.exec(text);
  if (!conflict) return { text };
  return { error: { line: lineOfOffset(text, conflict.index), message: CONFLICT } };
}

function tryDecode(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** No byte of a longer UTF-8 sequence equals a line feed, so each line can be decoded by itself. */
function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(NEWLINE, start);
    const end = feed === -1 ? bytes.length : feed;
    if (tryDecode(bytes.subarray(start, end)) === undefined) return line;
    start = end + 1;
  }
  return line;
}

/**
 * The parts of a page's source. The error (Italian) says why the front matter and the body cannot
 * be told apart.
 */
export type SplitSource =
  | { yaml: string; body: string; bodyLine: number }
  | { error: string; body: string | undefined; bodyLine: number };

const FENCE = /^---\s*$/;
const EXPECTED = "ci vuole l'intestazione della pagina tra due righe con tre trattini (---)";

/**
 * Splits a page at the lines of three dashes. Without front matter, the whole file is the body. If
 * the front matter is never closed, it is unknown where the body starts.
 * @param source text with LF line ends
 */
export function splitSource(source: string): SplitSource {
  const lines = source.split("\n");
  if (!FENCE.test(lines[0] ?? "")) {
    const found = source.trim() === "" ? "qui il file è vuoto" : "qui la prima riga è un'altra";
    return { error: `${EXPECTED}; ${found}`, body: source, bodyLine: 1 };
  }
  const close = lines.findIndex((line, index) => index > 0 && FENCE.test(line));
  if (close === -1) return { error: `${EXPECTED}; qui manca la seconda`, body: undefined, bodyLine: 1 };
  return {
    yaml: lines.slice(1, close).join("\n"),
    body: lines.slice(close + 1).join("\n"),
    bodyLine: close + 2,
  };
}

/** Identifies a text: the first 12 hexadecimal digits of its SHA-256. */
export function revisionOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

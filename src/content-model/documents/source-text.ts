import { createHash } from "node:crypto";
const utf8 = new TextDecoder("utf-8", { fatal: true });
const NEWLINE = 0x0a;

/** The text of a file, or the line of the first byte that is not valid UTF-8. */
export type Decoded = { text: string; badLine?: never } | { text?: never; badLine: number };

export const NOT_UTF8 = "ci vuole un file salvato in UTF-8; qui c'è un carattere salvato in un altro modo";

/**
 * Decodes bytes as strict UTF-8. Removes a byte order mark and turns CRLF into LF, for editors on
 * Windows.
 */
export function decodeSource(bytes: Uint8Array): Decoded {
  const text = tryDecode(bytes);
  return text === undefined ? { badLine: firstBadLine(bytes) } : { text: text.replace(/\r\n?/g, "\n") };
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

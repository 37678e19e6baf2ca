const utf8 = new TextDecoder("utf-8", { fatal: true });
const NEWLINE = 0x0a;

/** The text of a file, or the line with its first byte that is not UTF-8. */
export type Decoded = { text: string; badLine?: never } | { text?: never; badLine: number };

export const NOT_UTF8 = "ci vuole un file salvato in UTF-8; qui c'è un carattere salvato in un altro modo";

/** Reads bytes as strict UTF-8; a byte order mark is dropped and CRLF becomes LF, so that Windows editors do no harm. */
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

/** No byte of a longer UTF-8 sequence equals a line feed, so each line can be tried alone. */
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

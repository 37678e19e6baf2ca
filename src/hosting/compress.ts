import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from "node:zlib";

/** Files of text. Fonts and pictures are compressed already. */
const COMPRESSIBLE = new Set([
  ".css",
  ".csv",
  ".html",
  ".ics",
  ".js",
  ".json",
  ".jsonld",
  ".svg",
  ".txt",
  ".webmanifest",
  ".xml",
]);

/** The codings that a file can be compressed in, best first, with the ending of a copy's name. */
export const ENCODINGS = { br: ".br", gzip: ".gz" } as const;
export type Encoding = keyof typeof ENCODINGS;

/** The quality that most hosts use for what they compress while somebody waits. */
const BROTLI_AT_ONCE = 5;

export function isCompressible(file: string): boolean {
  return COMPRESSIBLE.has(path.extname(file));
}

/** Compresses at a middling quality, while somebody waits for it. A page takes about 2 ms. */
export function compressAtOnce(contents: Buffer, encoding: Encoding): Buffer {
  return encoding === "br"
    ? brotliCompressSync(contents, brotliOptions(contents, BROTLI_AT_ONCE))
    : gzipSync(contents);
}

/**
 * Compresses as well as the coding can, in a separate thread. Compared with medium quality, a page
 * takes thirty times as long and becomes a tenth smaller.
 */
export function compressWell(contents: Buffer, encoding: Encoding): Promise<Buffer> {
  return encoding === "br"
    ? promisify(brotliCompress)(contents, brotliOptions(contents, constants.BROTLI_MAX_QUALITY))
    : promisify(gzip)(contents, { level: constants.Z_BEST_COMPRESSION });
}

function brotliOptions(contents: Buffer, quality: number) {
  return {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: contents.byteLength,
    },
  };
}

/**
 * Writes compressed copies beside the files that they make smaller. The same files give the same
 * copies.
 * @param files paths below the folder
 * @returns how many files have copies now
 */
export async function writeCopies(folder: string, files: readonly string[]): Promise<number> {
  let count = 0;
  for (const file of files.filter(isCompressible)) {
    const contents = await readFile(path.join(folder, file));
    const copies = await Promise.all(
      Object.entries(ENCODINGS).map(async ([encoding, ending]) => {
        const copy = await compressWell(contents, encoding as Encoding);
        if (copy.byteLength >= contents.byteLength) return false;
        await writeFile(path.join(folder, file + ending), copy);
        return true;
      }),
    );
    if (copies.includes(true)) count += 1;
  }
  return count;
}

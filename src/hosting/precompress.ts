import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** Text formats. Fonts and pictures are already compressed. */
const COMPRESSIBLE = new Set([
  ".css",
  ".html",
  ".ics",
  ".js",
  ".json",
  ".svg",
  ".txt",
  ".webmanifest",
  ".xml",
]);

/** The codings of compressed copies, best first, each with the suffix of its files. */
export const ENCODINGS = { br: ".br", gzip: ".gz" } as const;
export type Encoding = keyof typeof ENCODINGS;

const COMPRESS: Record<Encoding, (contents: Buffer) => Promise<Buffer>> = {
  br: (contents) =>
    promisify(brotliCompress)(contents, {
      params: {
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: contents.byteLength,
      },
    }),
  gzip: (contents) => promisify(gzip)(contents, { level: constants.Z_BEST_COMPRESSION }),
};

/**
 * Writes compressed copies beside the files where a copy is smaller. The same files
 * always give the same copies.
 * @param files paths below the folder
 */
export async function precompress(folder: string, files: readonly string[]): Promise<void> {
  for (const file of files.filter((name) => COMPRESSIBLE.has(path.extname(name)))) {
    const contents = await readFile(path.join(folder, file));
    await Promise.all(
      Object.entries(ENCODINGS).map(async ([encoding, ending]) => {
        const copy = await COMPRESS[encoding as Encoding](contents);
        if (copy.byteLength < contents.byteLength) await writeFile(path.join(folder, file + ending), copy);
      }),
    );
  }
}

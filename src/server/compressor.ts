import { compressAtOnce, compressWell, type Encoding } from "../hosting/compress.ts";
import { etagOf, type Representation } from "./site-files.ts";

/** Compresses what is asked for, once for each content, whatever its address and its build. */
export interface Compressor {
  /**
   * Compresses a file, the first time at medium quality, later as well as the coding can. Returns
   * undefined if the file is not in memory or does not get smaller.
   */
  compress(file: Representation, encoding: Encoding): Representation | undefined;
  /** Forgets what was compressed of all other contents than these. */
  keepOnly(files: Iterable<Representation>): void;
}

/** A compressor that has compressed nothing yet. */
export function createCompressor(): Compressor {
  /** By entity tag of the content. */
  const made: Record<Encoding, Map<string, Representation | undefined>> = { br: new Map(), gzip: new Map() };
  /** One at a time, so that whoever asks meanwhile finds a processor. */
  let background = Promise.resolve();

  return {
    compress(file, encoding) {
      const { bytes, etag } = file;
      const known = made[encoding];
      if (!bytes || known.has(etag)) return known.get(etag);
      const first = coded(file, bytes, compressAtOnce(bytes, encoding));
      known.set(etag, first);
      background = background
        .then(async () => {
          const better = coded(file, bytes, await compressWell(bytes, encoding));
          if (known.has(etag)) known.set(etag, better);
        })
        // What was made at once is as right as the better one.
        .catch(() => undefined);
      return first;
    },
    keepOnly(files) {
      const kept = new Set(Array.from(files, ({ etag }) => etag));
      for (const known of Object.values(made))
        for (const etag of known.keys()) if (!kept.has(etag)) known.delete(etag);
    },
  };
}

function coded(file: Representation, plain: Buffer, bytes: Buffer): Representation | undefined {
  if (bytes.byteLength >= plain.byteLength) return undefined;
  return { ...file, size: bytes.byteLength, etag: etagOf(bytes), bytes };
}

import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { getMimeType } from "hono/utils/mime";
import { ENCODINGS, isCompressible, type Encoding } from "../hosting/compress.ts";
import { filesBelow, HOST_FILES } from "../hosting/finish-site.ts";

/** Larger files are opened again for each reply. Pages are far smaller. */
const MAX_FILE_BYTES = 1_048_576;

/**
 * How much of a site is kept in memory. It is enough for a few thousand pages with their copies.
 */
const MAX_SITE_BYTES = 128 * 1_048_576;

/** One way to send a file: as it is, or compressed in one of the codings. */
export interface Representation {
  /** Where its bytes are on the disk. */
  path: string;
  size: number;
  /** When it was written, in milliseconds since the epoch. */
  modified: number;
  /**
   * A strong entity tag. The same bytes have the same tag in every process and after every build.
   */
  etag: string;
  /** Absent if the file is too large to keep in memory. */
  bytes?: Buffer;
}

/** A file as it is, and those of its compressed copies that `npm run compress` has written. */
type Copies = Readonly<Partial<Record<Encoding, Representation>> & { identity: Representation }>;

/** A file of the site, with the media type that its name implies. */
export interface SiteFile {
  type: string;
  /** Whether it may get smaller. */
  isCompressible: boolean;
  representations: Copies;
}

/**
 * Reads a built site, including the bytes of its files. Only the addresses that it returns exist,
 * so no request can reach any other file.
 * @param root the site's folder
 * @returns the files by address; an address is not percent-encoded, and ends with a
 * slash for an `index.html`
 */
export async function readSiteFiles(root: string): Promise<ReadonlyMap<string, SiteFile>> {
  const names = await filesBelow(root);
  const known = new Set(names);
  const isCopy = (name: string) =>
    Object.values(ENCODINGS).some(
      (ending) => name.endsWith(ending) && known.has(name.slice(0, -ending.length)),
    );
  const files = new Map<string, SiteFile>();
  let remainingBytes = MAX_SITE_BYTES;
  // One at a time, so that a large site does not open many files at once.
  for (const name of names.filter((candidate) => !HOST_FILES.includes(candidate) && !isCopy(candidate))) {
    const representations: Partial<Record<Encoding, Representation>> & { identity: Representation } = {
      identity: await represent(name),
    };
    for (const [encoding, ending] of Object.entries(ENCODINGS) as [Encoding, string][])
      if (known.has(name + ending)) representations[encoding] = await represent(name + ending);
    const type = getMimeType(name) ?? "application/octet-stream";
    files.set(addressOf(name), { type, isCompressible: isCompressible(name), representations });
  }
  return files;

  async function represent(name: string): Promise<Representation> {
    const path = join(root, name);
    const { size, mtimeMs: modified } = await stat(path);
    if (size > Math.min(MAX_FILE_BYTES, remainingBytes)) {
      const hash = createHash("sha256");
      await pipeline(createReadStream(path), hash);
      return { path, size, modified, etag: tagOf(hash) };
    }
    const bytes = await readFile(path);
    remainingBytes -= bytes.byteLength;
    return { path, size: bytes.byteLength, modified, etag: etagOf(bytes), bytes };
  }
}

/** The entity tag of some bytes. */
export function etagOf(bytes: Buffer): string {
  return tagOf(createHash("sha256").update(bytes));
}

function tagOf(hash: Hash): string {
  return `"${hash.digest("base64url").slice(0, 22)}"`;
}

function addressOf(name: string): string {
  return `/${name.replace(/(^|\/)index\.html$/, "$1")}`;
}

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { getMimeType } from "hono/utils/mime";
import { filesBelow, HOST_FILES } from "../hosting/finish-site.ts";
import { ENCODINGS, type Encoding } from "../hosting/precompress.ts";

/** Pages are far smaller; what is larger is opened for each reply. */
const MAX_FILE_BYTES = 1_048_576;

/** All that is kept in memory of a site. It is enough for some thousand pages with their copies. */
const MAX_SITE_BYTES = 128 * 1_048_576;

/** One way to send a file: as it is, or as one of its compressed copies. */
export interface Representation {
  /** Where its bytes are on the disk. */
  path: string;
  size: number;
  /** When it was written, in milliseconds. */
  modified: number;
  /** Strong: the same bytes always have the same one, in every process and after every build. */
  etag: string;
  /** Its bytes; absent when they are too many to be kept. */
  bytes?: Buffer;
}

/** Something for each coding that there is, and for the file as it is. */
export type ByEncoding<Value> = Readonly<Partial<Record<Encoding, Value>> & { identity: Value }>;

/** A file of the site, and the type that its name tells. */
export interface SiteFile {
  type: string;
  as: ByEncoding<Representation>;
}

/**
 * Reads a built site, its bytes included. Only these addresses exist: none leads anywhere else.
 * @param root the site's folder
 * @returns the files by address, not percent-encoded, with a final slash for an `index.html`
 */
export async function readSiteFiles(root: string): Promise<ReadonlyMap<string, SiteFile>> {
  const names = await filesBelow(root);
  const known = new Set(names);
  const isCopy = (name: string) =>
    Object.values(ENCODINGS).some(
      (ending) => name.endsWith(ending) && known.has(name.slice(0, -ending.length)),
    );
  const files = new Map<string, SiteFile>();
  let left = MAX_SITE_BYTES;
  // One after the other, so that a site of any size opens one file at a time.
  for (const name of names.filter((candidate) => !HOST_FILES.includes(candidate) && !isCopy(candidate))) {
    const as: Partial<Record<Encoding, Representation>> & { identity: Representation } = {
      identity: await represent(name),
    };
    for (const [encoding, ending] of Object.entries(ENCODINGS) as [Encoding, string][])
      if (known.has(name + ending)) as[encoding] = await represent(name + ending);
    files.set(addressOf(name), { type: getMimeType(name) ?? "application/octet-stream", as });
  }
  return files;

  async function represent(name: string): Promise<Representation> {
    const path = join(root, name);
    const { size, mtimeMs: modified } = await stat(path);
    const hash = createHash("sha256");
    if (size > Math.min(MAX_FILE_BYTES, left)) {
      await pipeline(createReadStream(path), hash);
      return { path, size, modified, etag: etagOf(hash.digest()) };
    }
    const bytes = await readFile(path);
    left -= bytes.byteLength;
    return { path, size: bytes.byteLength, modified, etag: etagOf(hash.update(bytes).digest()), bytes };
  }
}

function etagOf(digest: Buffer): string {
  return `"${digest.toString("base64url").slice(0, 22)}"`;
}

function addressOf(name: string): string {
  return `/${name.replace(/(^|\/)index\.html$/, "$1")}`;
}

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { getMimeType } from "hono/utils/mime";
import { filesBelow, HOST_FILES } from "../hosting/finish-site.ts";
import { ENCODINGS, type Encoding } from "../hosting/precompress.ts";

/** One way to send a file: as it is, or as one of its compressed copies. */
export interface Representation {
  /** Below the site's folder, with `/`. */
  file: string;
  /** Strong: the same bytes always have the same one, in every process and after every build. */
  etag: string;
}

/** A file of the site, and the type that its name tells. */
export interface SiteFile {
  type: string;
  as: Readonly<Partial<Record<Encoding, Representation>> & { identity: Representation }>;
}

/**
 * Reads which addresses a built site has. Only these exist: no address leads anywhere else.
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
  const served = names.filter((name) => !HOST_FILES.includes(name) && !isCopy(name));
  const files = await Promise.all(
    served.map(async (name) => [addressOf(name), await readSiteFile(name)] as const),
  );
  return new Map(files);

  async function readSiteFile(name: string): Promise<SiteFile> {
    const copies = Object.entries(ENCODINGS).filter(([, ending]) => known.has(name + ending));
    const compressed = await Promise.all(
      copies.map(async ([encoding, ending]) => [encoding, await represent(name + ending)] as const),
    );
    return {
      type: getMimeType(name) ?? "application/octet-stream",
      as: { ...Object.fromEntries(compressed), identity: await represent(name) },
    };
  }

  async function represent(file: string): Promise<Representation> {
    const hash = createHash("sha256").update(await readFile(join(root, file)));
    return { file, etag: `"${hash.digest("base64url").slice(0, 22)}"` };
  }
}

function addressOf(name: string): string {
  return `/${name.replace(/(^|\/)index\.html$/, "$1")}`;
}

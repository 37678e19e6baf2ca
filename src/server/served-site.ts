import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Encoding } from "../hosting/compress.ts";
import { HEADERS_FILE } from "../hosting/finish-site.ts";
import { type HeaderRule, headersFor, parseHeaders } from "../hosting/header-rules.ts";
import { type Compressor, createCompressor } from "./compressor.ts";
import type { Sendable } from "./send-file.ts";
import { readSiteFiles, type Representation, type SiteFile } from "./site-files.ts";

/** Browsers may keep a page, but must ask whether it is still the same. */
const REVALIDATED = "public, max-age=0, must-revalidate";

/** Shown at every address that does not exist. */
export const NOT_FOUND_PAGE = "/404.html";

/** A file of the site, ready to be sent. */
export interface ServedFile {
  identity: Sendable;
  /** Undefined if it does not get smaller. */
  compressed(encoding: Encoding): Sendable | undefined;
}

/** A site in memory, with the headers of every reply. */
export interface ServedSite {
  /** By address, not percent-encoded. */
  files: ReadonlyMap<string, ServedFile>;
  notFound: ServedFile | undefined;
  rules: readonly HeaderRule[];
}

/**
 * Makes a function that returns the current site. It reads the site again if the headers file is a
 * different one, because a build replaces the whole folder. While the folder is being replaced, or
 * if the new site cannot be read, it returns the old one.
 * @param root the built site
 * @throws Error if the site cannot be read the first time
 */
export async function createSiteReader(root: string): Promise<() => ServedSite | Promise<ServedSite>> {
  const compressor = createCompressor();
  let version = versionOf(root);
  let site: ServedSite | Promise<ServedSite> = await readSite(root, compressor);
  return () => {
    const found = versionOf(root) ?? version;
    if (found === version) return site;
    version = found;
    const before = site;
    const reading = readSite(root, compressor)
      .catch(() => before)
      .then((read) => {
        if (site === reading) site = read;
        return read;
      });
    site = reading;
    return site;
  };
}

/** Identifies the build in the folder. Undefined if there is none that can be read. */
function versionOf(root: string): string | undefined {
  try {
    const { ino, mtimeMs } = statSync(join(root, HEADERS_FILE));
    return `${ino} ${mtimeMs}`;
  } catch {
    return undefined;
  }
}

async function readSite(root: string, compressor: Compressor): Promise<ServedSite> {
  const rules = parseHeaders(await readFile(join(root, HEADERS_FILE), "utf8"));
  const read = await readSiteFiles(root);
  compressor.keepOnly(read.values().map(({ representations }) => representations.identity));
  const files = [...read].map(
    ([address, file]) => [address, prepare(file, headersFor(rules, address), true, compressor)] as const,
  );
  const notFound = read.get(NOT_FOUND_PAGE);
  return {
    files: new Map(files),
    notFound: notFound && prepare(notFound, headersFor(rules, NOT_FOUND_PAGE), false, compressor),
    rules,
  };
}

/**
 * Makes the headers of a file once for all replies.
 * @param isFound false for the page that says that nothing was found; it has no
 * entity tag and no ranges
 */
function prepare(
  { type, isCompressible, representations }: SiteFile,
  headers: Record<string, string>,
  isFound: boolean,
  compressor: Compressor,
): ServedFile {
  const {
    "Content-Type": contentType = type,
    "Cache-Control": cacheControl = REVALIDATED,
    ...rest
  } = headers;
  const isCoded = isCompressible || Object.keys(representations).length > 1;
  const baseHeaders = { ...rest, ...(isCoded && { Vary: "Accept-Encoding" }) };
  const sendable = (encoding: Encoding | "identity", file: Representation): Sendable => {
    const cacheHeaders = {
      "Cache-Control": cacheControl,
      ...(isFound && { ETag: file.etag, "Accept-Ranges": "bytes" }),
    };
    const contentHeaders = {
      "Content-Type": contentType,
      ...(encoding !== "identity" && { "Content-Encoding": encoding }),
    };
    const fullHeaders = {
      ...baseHeaders,
      ...cacheHeaders,
      ...contentHeaders,
      "Content-Length": String(file.size),
    };
    return { file, baseHeaders, cacheHeaders, contentHeaders, fullHeaders };
  };
  const prepared = new WeakMap<Representation, Sendable>();
  return {
    identity: sendable("identity", representations.identity),
    compressed(encoding) {
      const file =
        representations[encoding] ??
        (isCompressible ? compressor.compress(representations.identity, encoding) : undefined);
      if (!file) return undefined;
      const known = prepared.get(file) ?? sendable(encoding, file);
      prepared.set(file, known);
      return known;
    },
  };
}

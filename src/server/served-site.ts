import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { HEADERS_FILE } from "../hosting/finish-site.ts";
import { type HeaderRule, headersFor, parseHeaders } from "../hosting/header-rules.ts";
import type { Encoding } from "../hosting/precompress.ts";
import type { Sendable } from "./send-file.ts";
import { type ByEncoding, readSiteFiles, type Representation, type SiteFile } from "./site-files.ts";

/** Browsers may keep a page but ask whether it is still the same. */
const REVALIDATED = "public, max-age=0, must-revalidate";

/** Shown at every address that is none. */
export const NOT_FOUND_PAGE = "/404.html";

/** A site in memory, with the headers of every reply. */
export interface ServedSite {
  /** By address, not percent-encoded. */
  files: ReadonlyMap<string, ByEncoding<Sendable>>;
  notFound: ByEncoding<Sendable> | undefined;
  rules: readonly HeaderRule[];
}

/**
 * Reads the site anew when its headers file is another one: the build puts a whole folder in the place of the last.
 * In the moment between, and if the new one cannot be read, the site stays as it was.
 */
export async function createSiteReader(root: string): Promise<() => ServedSite | Promise<ServedSite>> {
  let version = versionOf(root);
  let site: ServedSite | Promise<ServedSite> = await readSite(root);
  return () => {
    const found = versionOf(root) ?? version;
    if (found === version) return site;
    version = found;
    const before = site;
    const reading = readSite(root)
      .catch(() => before)
      .then((read) => {
        if (site === reading) site = read;
        return read;
      });
    site = reading;
    return site;
  };
}

/** Undefined while there is none, or none that can be read. */
function versionOf(root: string): string | undefined {
  try {
    const { ino, mtimeMs } = statSync(join(root, HEADERS_FILE));
    return `${ino} ${mtimeMs}`;
  } catch {
    return undefined;
  }
}

async function readSite(root: string): Promise<ServedSite> {
  const rules = parseHeaders(await readFile(join(root, HEADERS_FILE), "utf8"));
  const read = await readSiteFiles(root);
  const files = [...read].map(
    ([address, file]) => [address, prepare(file, headersFor(rules, address), true)] as const,
  );
  const notFound = read.get(NOT_FOUND_PAGE);
  return {
    files: new Map(files),
    notFound: notFound && prepare(notFound, headersFor(rules, NOT_FOUND_PAGE), false),
    rules,
  };
}

/** Makes the headers of a file once for all replies: with what a browser can ask for again by, if it is found there. */
function prepare(
  { type, as }: SiteFile,
  headers: Record<string, string>,
  isFound: boolean,
): ByEncoding<Sendable> {
  const {
    "Content-Type": contentType = type,
    "Cache-Control": cacheControl = REVALIDATED,
    ...rest
  } = headers;
  const isCoded = Object.keys(as).length > 1;
  const always = { ...rest, ...(isCoded && { Vary: "Accept-Encoding" }) };
  const sendable = (encoding: Encoding | "identity", file: Representation): Sendable => {
    const kept = {
      "Cache-Control": cacheControl,
      ...(isFound && { ETag: file.etag, "Accept-Ranges": "bytes" }),
    };
    const content = {
      "Content-Type": contentType,
      ...(encoding !== "identity" && { "Content-Encoding": encoding }),
    };
    const whole = { ...always, ...kept, ...content, "Content-Length": String(file.size) };
    return { file, always, kept, content, whole };
  };
  return {
    identity: sendable("identity", as.identity),
    ...(as.br && { br: sendable("br", as.br) }),
    ...(as.gzip && { gzip: sendable("gzip", as.gzip) }),
  };
}

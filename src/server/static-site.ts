import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import Negotiator from "negotiator";
import { HEADERS_FILE } from "../hosting/finish-site.ts";
import { type HeaderRule, headersFor, parseHeaders } from "../hosting/header-rules.ts";
import type { Encoding } from "../hosting/precompress.ts";
import { REDIRECTS } from "../hosting/redirects.ts";
import { type Sendable, sendFile, sendNothing, sendWhole } from "./send-file.ts";
import { type ByEncoding, readSiteFiles, type Representation, type SiteFile } from "./site-files.ts";

/** Browsers may keep a page but ask whether it is still the same. */
const REVALIDATED = "public, max-age=0, must-revalidate";

/** Of codings that a browser likes equally. */
const PREFERRED: readonly (Encoding | "identity")[] = ["br", "gzip", "identity"];

/** Browsers send a handful of values of Accept-Encoding; whoever makes up others gains nothing. */
const MAX_KNOWN_WISHES = 100;

const NOT_FOUND_PAGE = "/404.html";

/** One or more segments without a dot, a percent sign or an empty name: none leads to another host. */
const PAGE_WITHOUT_SLASH = /^(?:\/[^/\\.%]+)+$/;

/** Answers a request for a page or file of the site. */
export type StaticSite = (request: IncomingMessage, response: ServerResponse) => void;

interface ServedSite {
  /** By address, not percent-encoded. */
  files: ReadonlyMap<string, ByEncoding<Sendable>>;
  notFound: ByEncoding<Sendable> | undefined;
  rules: readonly HeaderRule[];
}

/**
 * Serves a built site from memory: `index.html` for a directory, a redirect to the address with a slash, `404.html` with
 * its status, the headers of its `_headers`, compressed copies, entity tags, ranges. A new build is served from the next
 * request on.
 * @param root the folder, as the build task leaves it
 * @throws Error when it is not there
 */
export async function createStaticSite(root: string): Promise<StaticSite> {
  const currentSite = await createSiteReader(root);
  const wishes = createWishes();

  return (request, response) => {
    const site = currentSite();
    if (site instanceof Promise)
      void site.then((read) => {
        answer(read, request, response);
      });
    else answer(site, request, response);
  };

  function answer(site: ServedSite, request: IncomingMessage, response: ServerResponse): void {
    const [path = ""] = (request.url ?? "").split("?", 1);
    const isRead = request.method === "GET" || request.method === "HEAD";
    const file = isRead ? site.files.get(decodePath(path) ?? "") : undefined;
    const target = isRead && !file ? redirectTarget(site, path) : undefined;
    if (file) sendFile(request, response, choose(file, request));
    else if (target !== undefined)
      sendNothing(response, 301, { ...headersFor(site.rules, path), Location: target });
    else if (site.notFound) sendWhole(request, response, 404, choose(site.notFound, request));
    else sendNothing(response, 404, headersFor(site.rules, NOT_FOUND_PAGE));
  }

  function choose(file: ByEncoding<Sendable>, { headers }: IncomingMessage): Sendable {
    for (const encoding of wishes(headers["accept-encoding"])) {
      const chosen = file[encoding];
      if (chosen) return chosen;
    }
    return file.identity;
  }
}

/** Tells which codings will do by `Accept-Encoding`, best first. */
function createWishes(): (header: string | undefined) => readonly (Encoding | "identity")[] {
  const known = new Map<string | undefined, readonly (Encoding | "identity")[]>();
  return (header) => {
    const found = known.get(header);
    if (found) return found;
    if (known.size >= MAX_KNOWN_WISHES) known.clear();
    const negotiator = new Negotiator({ headers: { "accept-encoding": header } });
    const wished = negotiator.encodings(PREFERRED, { preferred: PREFERRED });
    known.set(header, wished);
    return wished;
  };
}

/**
 * Reads the site anew when its headers file is another one: the build puts a whole folder in the place of the last.
 * In the moment between, and if the new one cannot be read, the site stays as it was.
 */
async function createSiteReader(root: string): Promise<() => ServedSite | Promise<ServedSite>> {
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

/** Undefined while there is none. */
function versionOf(root: string): string | undefined {
  const stats = statSync(join(root, HEADERS_FILE), { throwIfNoEntry: false });
  return stats && `${stats.ino} ${stats.mtimeMs}`;
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

/** Undefined when it is no percent-encoded UTF-8. */
function decodePath(path: string): string | undefined {
  if (!path.includes("%")) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function redirectTarget({ files }: ServedSite, path: string): string | undefined {
  if (PAGE_WITHOUT_SLASH.test(path) && files.has(`${path}/`)) return `${path}/`;
  return REDIRECTS.find(({ from }) => from === path)?.to;
}

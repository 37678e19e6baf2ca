import { readFile, stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import Negotiator from "negotiator";
import send from "send";
import { HEADERS_FILE } from "../hosting/finish-site.ts";
import { type HeaderRule, headersFor, parseHeaders } from "../hosting/header-rules.ts";
import type { Encoding } from "../hosting/precompress.ts";
import { REDIRECTS } from "../hosting/redirects.ts";
import { DATA_POLICY, SECURITY_HEADERS } from "../hosting/security-headers.ts";
import { readSiteFiles, type SiteFile } from "./site-files.ts";

/** Browsers may keep a page but ask whether it is still the same. */
const REVALIDATED = "public, max-age=0, must-revalidate";

/** Of codings that a browser likes equally. */
const PREFERRED: readonly (Encoding | "identity")[] = ["br", "gzip", "identity"];

const NOT_FOUND_PAGE = "/404.html";

/** One or more segments without a dot, a percent sign or an empty name: none leads to another host. */
const PAGE_WITHOUT_SLASH = /^(?:\/[^/\\.%]+)+$/;

/** Answers a request for a page or file of the site. */
export type StaticSite = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface BuiltSite {
  files: ReadonlyMap<string, SiteFile>;
  rules: readonly HeaderRule[];
}

/**
 * Serves a built site: `index.html` for a directory, a redirect to the address with a slash, `404.html` with its
 * status, the headers of its `_headers`, compressed copies, entity tags, ranges. A new build is served from the next
 * request on.
 * @param root the folder, as the build task leaves it
 * @throws Error when it is not there
 */
export async function createStaticSite(root: string): Promise<StaticSite> {
  const current = await createSiteReader(root);

  return async (request, response) => {
    const site = await current();
    const [path = ""] = (request.url ?? "").split("?");
    const isRead = request.method === "GET" || request.method === "HEAD";
    const file = isRead ? site.files.get(decodePath(path) ?? "") : undefined;
    const target = isRead ? redirectTarget(site, path) : undefined;
    setHeaders(response, headersFor(site.rules, file || target !== undefined ? path : NOT_FOUND_PAGE));
    if (file) deliver(request, response, file);
    else if (target !== undefined) end(response.setHeader("Location", target), 301);
    else notFound(site, request, response);
  };

  function deliver(request: IncomingMessage, response: ServerResponse, file: SiteFile): void {
    const available = PREFERRED.filter((encoding) => file.as[encoding]);
    const encoding = new Negotiator(request).encoding(available, { preferred: PREFERRED }) ?? "identity";
    const { file: name, etag } = file.as[encoding] ?? file.as.identity;
    const isFound = response.statusCode === 200;
    setHeaders(response, {
      "Content-Type": response.getHeader("Content-Type") ?? file.type,
      "Cache-Control": response.getHeader("Cache-Control") ?? REVALIDATED,
      ...(available.length > 1 && { Vary: "Accept-Encoding" }),
      ...(encoding !== "identity" && { "Content-Encoding": encoding }),
      ...(isFound && { ETag: etag, "Accept-Ranges": "bytes" }),
    });
    const address = name.split("/").map(encodeURIComponent).join("/");
    send(request, address, {
      root,
      dotfiles: "allow",
      index: false,
      etag: false,
      lastModified: false,
      cacheControl: false,
      // Of GET only: https://www.rfc-editor.org/rfc/rfc9110#section-14.2
      acceptRanges: isFound && request.method === "GET",
    })
      .on("error", ({ status }: { status: number }) => {
        end(response, status);
      })
      .pipe(response);
  }

  function notFound({ files }: BuiltSite, request: IncomingMessage, response: ServerResponse): void {
    const page = files.get(NOT_FOUND_PAGE);
    response.statusCode = 404;
    if (page) deliver(request, response, page);
    else end(response, 404);
  }
}

/** Serves nothing: the site has another host. */
export const noSite: StaticSite = (_request, response) => {
  setHeaders(response, { ...SECURITY_HEADERS, "Content-Security-Policy": DATA_POLICY });
  end(response, 404);
  return Promise.resolve();
};

/**
 * Reads the site anew when its headers file is another one: the build puts a whole folder in the place of the last.
 * In the moment between, and if the new one cannot be read, the site stays as it was.
 */
async function createSiteReader(root: string): Promise<() => Promise<BuiltSite>> {
  let version = await versionOf(root);
  let site = await readSite(root);
  return async () => {
    const found = await versionOf(root).catch(() => version);
    if (found === version) return site;
    version = found;
    site = await readSite(root).catch(() => site);
    return site;
  };
}

async function versionOf(root: string): Promise<string> {
  const { ino, mtimeMs } = await stat(join(root, HEADERS_FILE));
  return `${ino} ${mtimeMs}`;
}

async function readSite(root: string): Promise<BuiltSite> {
  const [files, headers] = await Promise.all([
    readSiteFiles(root),
    readFile(join(root, HEADERS_FILE), "utf8"),
  ]);
  return { files, rules: parseHeaders(headers) };
}

/** Undefined when it is no percent-encoded UTF-8. */
function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function redirectTarget({ files }: BuiltSite, path: string): string | undefined {
  if (PAGE_WITHOUT_SLASH.test(path) && files.has(`${path}/`)) return `${path}/`;
  return REDIRECTS.find(({ from }) => from === path)?.to;
}

function setHeaders(response: ServerResponse, headers: Record<string, number | string | string[]>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** A reply without a body. */
function end(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of ["Content-Type", "Content-Encoding", "Cache-Control", "ETag"])
    response.removeHeader(name);
  response.setHeader("Content-Length", 0);
  response.writeHead(status).end();
}

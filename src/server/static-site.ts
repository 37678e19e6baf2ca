import type { IncomingMessage, ServerResponse } from "node:http";
import Negotiator from "negotiator";
import type { Encoding } from "../hosting/compress.ts";
import { headersFor } from "../hosting/header-rules.ts";
import { REDIRECTS } from "../hosting/redirects.ts";
import { type Sendable, sendFile, sendNothing, sendWhole } from "./send-file.ts";
import { createSiteReader, NOT_FOUND_PAGE, type ServedFile, type ServedSite } from "./served-site.ts";

/** The order of codings that a browser likes equally. */
const PREFERRED: readonly (Encoding | "identity")[] = ["br", "gzip", "identity"];

const READ_METHODS: readonly string[] = ["GET", "HEAD"];

/** Browsers send only a few values of Accept-Encoding. Made-up values must not fill the memory. */
const MAX_KNOWN_HEADERS = 100;

/**
 * One or more segments without a dot, a percent sign or an empty name, so that the redirect
 * cannot lead to another host.
 */
const PAGE_WITHOUT_SLASH = /^(?:\/[^/\\.%]+)+$/;

/** Answers a request for a page or file of the site. */
export type StaticSite = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Serves a built site from memory. A directory is answered with its `index.html`, a directory
 * without its slash with a redirect, and an unknown address with `404.html` and its status. Replies
 * have the headers of the site's `_headers`, entity tags and ranges, and are compressed if the
 * browser accepts it. After a new build, the next request gets the new site.
 * @param root the folder, as the build task leaves it
 * @throws Error if there is no site
 */
export async function createStaticSite(root: string): Promise<StaticSite> {
  const currentSite = await createSiteReader(root);
  const acceptedEncodings = createEncodingChooser();

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
    const file = site.files.get(decodePath(path) ?? "");
    const target = file ? undefined : redirectTarget(site, path);
    const isKnown = file !== undefined || target !== undefined;
    if (isKnown && !READ_METHODS.includes(request.method ?? ""))
      sendNothing(response, 405, { ...headersFor(site.rules, path), Allow: READ_METHODS.join(", ") });
    else if (file) sendFile(request, response, choose(file, request));
    else if (target !== undefined)
      sendNothing(response, 301, { ...headersFor(site.rules, path), Location: target });
    else if (site.notFound) sendWhole(request, response, 404, choose(site.notFound, request));
    else sendNothing(response, 404, headersFor(site.rules, NOT_FOUND_PAGE));
  }

  function choose(file: ServedFile, { headers }: IncomingMessage): Sendable {
    for (const encoding of acceptedEncodings(headers["accept-encoding"])) {
      const chosen = encoding === "identity" ? file.identity : file.compressed(encoding);
      if (chosen) return chosen;
    }
    return file.identity;
  }
}

/** Makes a function that says which codings `Accept-Encoding` accepts, best first. */
function createEncodingChooser(): (header: string | undefined) => readonly (Encoding | "identity")[] {
  const known = new Map<string | undefined, readonly (Encoding | "identity")[]>();
  return (header) => {
    const found = known.get(header);
    if (found) return found;
    if (known.size >= MAX_KNOWN_HEADERS) known.clear();
    const negotiator = new Negotiator({ headers: { "accept-encoding": header } });
    const accepted = negotiator.encodings(PREFERRED, { preferred: PREFERRED });
    known.set(header, accepted);
    return accepted;
  };
}

/** Undefined if the path is not percent-encoded UTF-8. */
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

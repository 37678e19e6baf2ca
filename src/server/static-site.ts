import type { IncomingMessage, ServerResponse } from "node:http";
import Negotiator from "negotiator";
import { headersFor } from "../hosting/header-rules.ts";
import type { Encoding } from "../hosting/precompress.ts";
import { REDIRECTS } from "../hosting/redirects.ts";
import { type Sendable, sendFile, sendNothing, sendWhole } from "./send-file.ts";
import { createSiteReader, NOT_FOUND_PAGE, type ServedSite } from "./served-site.ts";
import type { ByEncoding } from "./site-files.ts";

/** Of codings that a browser likes equally. */
const PREFERRED: readonly (Encoding | "identity")[] = ["br", "gzip", "identity"];

/** Browsers send a handful of values of Accept-Encoding; whoever makes up others gains nothing. */
const MAX_KNOWN_WISHES = 100;

/** One or more segments without a dot, a percent sign or an empty name: none leads to another host. */
const PAGE_WITHOUT_SLASH = /^(?:\/[^/\\.%]+)+$/;

/** Answers a request for a page or file of the site. */
export type StaticSite = (request: IncomingMessage, response: ServerResponse) => void;

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

import { open } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { combineRanges, parse } from "range-parser";
import type { Range } from "range-parser";
import type { Representation } from "./site-files.ts";

type Headers = Readonly<Record<string, string>>;

/** A dozen ranges. A head of thousands would take as much time as a hundred pages. */
const MAX_RANGE_LENGTH = 200;

/** A file with its headers. They are made once, and sent as often as the file is requested. */
export interface Sendable {
  file: Representation;
  /** Headers of every reply at the file's address, including errors. */
  baseHeaders: Headers;
  /** Headers of a reply that a browser may keep. */
  cacheHeaders: Headers;
  /** Headers of a reply that has the file, or a part of it. */
  contentHeaders: Headers;
  /** All headers of a reply that has the whole file, with its length. */
  fullHeaders: Headers;
}

/**
 * Sends a file as the request asks for it: whole, in part, or not at all if the
 * browser already has it.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2
 */
export function sendFile(request: IncomingMessage, response: ServerResponse, sendable: Sendable): void {
  const { file, baseHeaders, cacheHeaders, contentHeaders } = sendable;
  const { headers, method } = request;
  const precondition = preconditionOf(headers, file.etag);
  if (precondition === 412) {
    sendNothing(response, 412, baseHeaders);
    return;
  }
  if (precondition === 304) {
    response.writeHead(304, { ...baseHeaders, ...cacheHeaders }).end();
    return;
  }
  // Only GET has ranges: https://www.rfc-editor.org/rfc/rfc9110#section-14.2
  const range = method === "GET" ? rangeOf(headers, file) : undefined;
  if (range === "unsatisfiable")
    sendNothing(response, 416, {
      ...baseHeaders,
      "Accept-Ranges": "bytes",
      "Content-Range": `bytes */${file.size}`,
    });
  else if (range)
    sendBytes(request, response, file, {
      status: 206,
      baseHeaders,
      headers: {
        ...baseHeaders,
        ...cacheHeaders,
        ...contentHeaders,
        "Content-Range": `bytes ${range.start}-${range.end}/${file.size}`,
        "Content-Length": String(range.end - range.start + 1),
      },
      range,
    });
  else sendWhole(request, response, 200, sendable);
}

/** Sends the whole file, whatever the request asks for. */
export function sendWhole(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { file, baseHeaders, fullHeaders }: Sendable,
): void {
  sendBytes(request, response, file, { status, headers: fullHeaders, baseHeaders });
}

/** Sends a reply without a body where one might be expected. */
export function sendNothing(response: ServerResponse, status: number, headers: Headers): void {
  response.writeHead(status, { ...headers, "Content-Length": "0" }).end();
}

/** Files are compared by their contents only. Their dates differ from one process to another. */
function preconditionOf(headers: IncomingHttpHeaders, etag: string): 304 | 412 | undefined {
  const { "if-match": match, "if-none-match": noneMatch } = headers;
  if (match !== undefined && !includesEtag(match, etag)) return 412;
  return noneMatch !== undefined && includesEtag(noneMatch.replaceAll("W/", ""), etag) ? 304 : undefined;
}

function includesEtag(etags: string, etag: string): boolean {
  return etags.trim() === "*" || etags.split(",").some((listed) => listed.trim() === etag);
}

/**
 * The one range that is requested. Undefined if the whole file is to be sent, as it is for several
 * ranges and for units other than bytes.
 */
function rangeOf(
  headers: IncomingHttpHeaders,
  { size, etag }: Representation,
): Range | "unsatisfiable" | undefined {
  const { range, "if-range": ifRange = etag } = headers;
  if (range === undefined || range.length > MAX_RANGE_LENGTH || ifRange !== etag) return undefined;
  const { type, ranges } = parse(size, range);
  if (type !== "bytes") return undefined;
  const [first, ...more] = combineRanges(ranges);
  return more.length > 0 ? undefined : (first ?? "unsatisfiable");
}

interface Reply {
  status: number;
  headers: Headers;
  /** Headers of the error reply if the site was replaced before the file could be sent. */
  baseHeaders: Headers;
  /** The whole file if absent. */
  range?: Range;
}

function sendBytes(
  request: IncomingMessage,
  response: ServerResponse,
  file: Representation,
  reply: Reply,
): void {
  const { status, headers, range } = reply;
  if (request.method === "HEAD") response.writeHead(status, headers).end();
  else if (file.bytes)
    response
      .writeHead(status, headers)
      .end(range ? file.bytes.subarray(range.start, range.end + 1) : file.bytes);
  // Pipelined requests are answered in turn. Until its turn comes, a reply has no socket.
  else if (response.socket) void sendFromDisk(response, file, reply);
  else response.once("socket", () => void sendFromDisk(response, file, reply));
}

/** Opens the file only while it is sent, and never for longer than its socket is open. */
async function sendFromDisk(response: ServerResponse, expected: Representation, reply: Reply): Promise<void> {
  let file: FileHandle | undefined;
  try {
    file = await open(expected.path);
    const { size, mtimeMs } = await file.stat();
    if (size !== expected.size || mtimeMs !== expected.modified) throw new Error("The site was replaced");
    response.writeHead(reply.status, reply.headers);
    await pipeline(file.createReadStream({ ...reply.range }), response);
  } catch {
    if (response.headersSent) response.destroy();
    else sendNothing(response, 503, { ...reply.baseHeaders, "Retry-After": "1" });
  } finally {
    await file?.close();
  }
}

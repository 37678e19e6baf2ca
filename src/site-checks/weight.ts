/**
 * The limits for a first visit. Bytes are counted as most hosts send them: text compressed with
 * Brotli at quality 5, and the headers of the page.
 */
interface WeightLimits {
  totalBytes: number;
  requests: number;
  /** The bytes that block the first paint. */
  blockingBytes: number;
  elements: number;
}

/**
 * The limits for a frozen page of the citizen's main journey, which must appear after one round
 * trip: ten segments of 1,460 bytes (RFC 6928).
 */
export const ONE_ROUND_TRIP: WeightLimits = {
  totalBytes: 45_000,
  requests: 6,
  blockingBytes: 14_600,
  elements: 500,
};

/**
 * The limits for any frozen page. Other scripts need two or three bytes for a letter, and easy
 * pages have drawings.
 */
export const ANY_FROZEN_PAGE: WeightLimits = { ...ONE_ROUND_TRIP, blockingBytes: 16_000 };

/**
 * The limits for real contents, wide enough that one more paragraph never stops a publication. A
 * page appears after two round trips (thirty packets) and has no more elements than a small phone
 * can draw in time.
 * @see https://developer.chrome.com/docs/lighthouse/performance/dom-size
 */
export const ANY_CONTENT: WeightLimits = {
  totalBytes: 75_000,
  requests: 6,
  blockingBytes: 42_000,
  elements: 1_400,
};

export interface Download {
  url: string;
  bytes: number;
  /** Whether it blocks the first paint. */
  blocking: boolean;
}

/** The size of the status line and the headers of a page, as HTTP/1.1 sends them. */
export function headerBytes(headers: readonly { name: string; value: string }[]): number {
  const lines = ["HTTP/1.1 200 OK", ...headers.map(({ name, value }) => `${name}: ${value}`), ""];
  return Buffer.byteLength(lines.map((line) => `${line}\r\n`).join(""));
}

/** Reports what exceeds the limits on a first visit, in Italian, one line for each limit. */
export function weightProblems(
  downloads: readonly Download[],
  elements: number,
  limits: WeightLimits,
): string[] {
  const blocking = downloads.filter((download) => download.blocking);
  return [
    ...excess("byte in tutto", total(downloads), limits.totalBytes, downloads),
    ...excess("file da scaricare", downloads.length, limits.requests, downloads),
    ...excess("byte prima di vedere la pagina", total(blocking), limits.blockingBytes, blocking),
    ...excess("elementi", elements, limits.elements, []),
  ];
}

function total(downloads: readonly Download[]): number {
  return downloads.reduce((sum, { bytes }) => sum + bytes, 0);
}

function excess(what: string, found: number, limit: number, downloads: readonly Download[]): string[] {
  if (found <= limit) return [];
  const parts = downloads.map(({ url, bytes }) => `${new URL(url).pathname} ${bytes}`);
  const list = parts.length > 0 ? ` (${parts.join(", ")})` : "";
  return [`${what}: al massimo ${limit}; qui sono ${found}${list}`];
}

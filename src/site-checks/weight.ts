/** What a first visit may weigh. Bytes as sent, compressed with Brotli. */
interface WeightLimits {
  totalBytes: number;
  requests: number;
  /** Of what the first paint waits for. */
  blockingBytes: number;
  elements: number;
}

/** The generator's own promise, kept on a frozen service page: it is seen after one round trip, ten packets (RFC 6928). */
export const ONE_ROUND_TRIP: WeightLimits = {
  totalBytes: 45_000,
  requests: 6,
  blockingBytes: 14_000,
  elements: 500,
};

/** Other scripts write a letter in two or three bytes; none may need a second round trip for more than that. */
export const ONE_ROUND_TRIP_TRANSLATED: WeightLimits = { ...ONE_ROUND_TRIP, blockingBytes: 15_000 };

/**
 * What a page may weigh whatever an office writes on it, so that a right paragraph more stops nothing: it is seen after two
 * round trips, thirty packets, and has no more elements than a small telephone draws in time.
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
  /** Whether the first paint waits for it. */
  blocking: boolean;
}

/** What is too much for the first visit of a page, in Italian, a line each. */
export function weightProblems(
  downloads: readonly Download[],
  elements: number,
  limits: WeightLimits,
): string[] {
  const blocking = downloads.filter((download) => download.blocking);
  return [
    ...above("byte in tutto", total(downloads), limits.totalBytes, downloads),
    ...above("file da scaricare", downloads.length, limits.requests, downloads),
    ...above("byte prima di vedere la pagina", total(blocking), limits.blockingBytes, blocking),
    ...above("elementi", elements, limits.elements, []),
  ];
}

function total(downloads: readonly Download[]): number {
  return downloads.reduce((sum, { bytes }) => sum + bytes, 0);
}

function above(what: string, found: number, most: number, downloads: readonly Download[]): string[] {
  if (found <= most) return [];
  const parts = downloads.map(({ url, bytes }) => `${new URL(url).pathname} ${bytes}`);
  const list = parts.length > 0 ? ` (${parts.join(", ")})` : "";
  return [`${what}: al massimo ${most}; qui sono ${found}${list}`];
}

/** What a first visit may weigh. Bytes as sent, compressed with Brotli. */
const WEIGHT_LIMITS = {
  totalBytes: 45_000,
  requests: 6,
  /** What a server sends in the first round trip: ten packets, RFC 6928. */
  blockingBytes: 14_000,
  /** Other scripts write a letter in two or three bytes; none may need a second round trip for more than that. */
  translatedBlockingBytes: 15_000,
  elements: 500,
} as const;

export interface Download {
  url: string;
  bytes: number;
  /** Whether the first paint waits for it. */
  blocking: boolean;
}

/** What is too much for the first visit of any page, in Italian, a line each. */
export function visitProblems(downloads: readonly Download[]): string[] {
  return [
    ...above("byte in tutto", total(downloads), WEIGHT_LIMITS.totalBytes, downloads),
    ...above("file da scaricare", downloads.length, WEIGHT_LIMITS.requests, downloads),
  ];
}

/** What is too much for a service sheet, which most citizens come to first: it is seen after one round trip. */
export function sheetProblems(
  downloads: readonly Download[],
  elements: number,
  { translated }: { translated: boolean },
): string[] {
  const blocking = downloads.filter((download) => download.blocking);
  const maxBlocking = WEIGHT_LIMITS[translated ? "translatedBlockingBytes" : "blockingBytes"];
  return [
    ...above("byte prima di vedere la pagina", total(blocking), maxBlocking, blocking),
    ...above("elementi", elements, WEIGHT_LIMITS.elements, []),
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

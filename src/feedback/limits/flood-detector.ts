/** The posts of a page are counted over this time. */
const FLOOD_WINDOW_MINUTES = 10;

/** Counts a post on a page, and returns true if the page has had too many lately. */
export type FloodDetector = (page: string) => boolean;

/**
 * Makes a function that tells a flood from a busy day. It counts by page and not by sender, because
 * a flood comes from many addresses. A post belongs to a flood if the post `limit` places before it
 * on that page is less than ten minutes old. Posts of a flood count too, so a flood ends only when
 * there are fewer of them.
 *
 * The times are kept in this process's memory, `limit` of them for each page.
 * @param limit the number of posts in ten minutes that are no flood; 0 switches the detector off
 * @param now the clock, in milliseconds since the epoch
 */
export function createFloodDetector(limit: number, now: () => number = Date.now): FloodDetector {
  if (limit === 0) return () => false;
  const pages = new Map<string, { times: Float64Array; next: number }>();
  return (page) => {
    const recent = pages.get(page) ?? { times: new Float64Array(limit).fill(-Infinity), next: 0 };
    const time = now();
    const earlier = recent.times[recent.next] ?? -Infinity;
    recent.times[recent.next] = time;
    recent.next = (recent.next + 1) % limit;
    pages.set(page, recent);
    return time - earlier < FLOOD_WINDOW_MINUTES * 60_000;
  };
}

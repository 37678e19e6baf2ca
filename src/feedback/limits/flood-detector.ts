/** Over how many minutes the posts of a page are counted. */
const FLOOD_WINDOW_MINUTES = 10;

/** Counts a post on a page, and says whether the page has had too many of late. */
export type FloodDetector = (page: string) => boolean;

/**
 * Tells a flood from a busy day, a page at a time and whoever sends: a flood comes from many addresses. A post
 * is part of it when the post that came `limit` posts before on the page is less than ten minutes old. Posts of
 * the flood count too, so that it ends only when they become fewer. In this process's memory: `limit` times a page.
 * @param limit posts in ten minutes that all count; 0 switches the detector off
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

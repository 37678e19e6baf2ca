import { PUBLISHED_STEP, type PublishedPage, type PublishedRatings } from "../../shared/published-ratings.ts";

/** The ratings of a page and its translations up to a day. */
export interface PageCounts {
  page: string;
  positive: number;
  negative: number;
  /** How many came after the last day that the published numbers of the page count. */
  fresh: number;
}

/**
 * What may be published, so that neither one file nor the comparison of several tells what one
 * person said. docs/decisions/0034 says against whom this protects.
 *
 * - Numbers are multiples of five, so whatever is worked out from several of them is one too.
 * - A page is counted anew only after five more ratings. What changed may come from any of these.
 * - A part below five is not shown, and neither is the other, which the total would give away.
 * - A number moves only when the truth is five away, so it falls only after five deletions.
 *
 * @param previous what was published last, if anything was
 * @param until the last day that is counted
 */
export function publish(
  previous: PublishedRatings | undefined,
  counts: readonly PageCounts[],
  until: string,
): PublishedRatings {
  const before = new Map(previous?.pages.map((published) => [published.page, published]));
  const pages = counts.flatMap((page) => publishPage(before.get(page.page), page, until) ?? []);
  return { until, pages: pages.toSorted((a, b) => (a.page < b.page ? -1 : 1)) };
}

function publishPage(
  before: PublishedPage | undefined,
  { page, positive, negative, fresh }: PageCounts,
  until: string,
): PublishedPage | undefined {
  const total = positive + negative;
  const isRecounted = fresh >= PUBLISHED_STEP || (before?.total ?? 0) - total >= PUBLISHED_STEP;
  if (before && !isRecounted) return before;
  const parts = {
    positive: moved(before?.positive ?? undefined, positive),
    negative: moved(before?.negative ?? undefined, negative),
  };
  if (parts.positive > 0 && parts.negative > 0)
    return { page, until, total: parts.positive + parts.negative, ...parts };
  const rounded = moved(before?.total, total);
  return rounded > 0 ? { page, until, total: rounded, positive: null, negative: null } : undefined;
}

/** The published number, or the true one rounded down, if it is new or has become too different. */
function moved(published: number | undefined, count: number): number {
  if (published !== undefined && Math.abs(count - published) < PUBLISHED_STEP) return published;
  return count - (count % PUBLISHED_STEP);
}

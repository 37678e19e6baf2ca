import type { PublishedRatings } from "../../shared/published-ratings.ts";
import type { SqlDriver } from "../store/sql-driver.ts";
import type { PageCounts } from "./published.ts";

/** The pages that can be rated, by address, and where each language's form is shown again. */
interface RatedSite {
  pages: ReadonlyMap<string, { source: string }>;
  languages: ReadonlyMap<string, { retry: string }>;
}

/** Parameters: 1 the known pages as JSON (url, page, since), 2 the last day that counts. */
const COUNT_RATINGS = `
  WITH known AS (
    SELECT * FROM jsonb_to_recordset($1::text::jsonb) AS known(url text, page text, since date)
  ), rated AS (
    SELECT page AS url, rating, (created_at AT TIME ZONE 'Europe/Rome')::date AS day, 1 AS posts FROM feedback
    UNION ALL
    SELECT page, rating, day, posts FROM feedback_day
  )
  SELECT known.page,
    coalesce(sum(posts) FILTER (WHERE rating >= 4), 0)::int AS positive,
    coalesce(sum(posts) FILTER (WHERE rating <= 3), 0)::int AS negative,
    coalesce(sum(posts) FILTER (WHERE since IS NULL OR day > since), 0)::int AS fresh
  FROM rated JOIN known USING (url) WHERE day <= $2::date
  GROUP BY known.page`;

/**
 * Counts the ratings of the pages that the site has, up to a day in Italy. Translations count with
 * the page that they translate. Days whose rows are gone count as they did.
 * @param previous what was published last, if anything was
 */
export async function countRatings(
  driver: SqlDriver,
  { pages, languages }: RatedSite,
  previous: PublishedRatings | undefined,
  until: string,
): Promise<PageCounts[]> {
  const since = new Map(previous?.pages.map((published) => [published.page, published.until]));
  const formPages = new Set([...languages.values()].map(({ retry }) => retry));
  const known = [...pages]
    .filter(([url]) => !formPages.has(url))
    .map(([url, { source }]) => ({ url, page: source, since: since.get(source) ?? null }));
  const rows = await driver.query(COUNT_RATINGS, [JSON.stringify(known), until]);
  return rows.map((row) => ({
    page: String(row["page"]),
    positive: Number(row["positive"]),
    negative: Number(row["negative"]),
    fresh: Number(row["fresh"]),
  }));
}

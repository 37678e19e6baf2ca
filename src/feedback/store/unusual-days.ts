import type { SqlDriver } from "./sql-driver.ts";
import type { SuspectFilter } from "./suspects.ts";

/** A day on which a page got many more posts that count than it usually does. */
export interface UnusualDay {
  /** The day in Italy. */
  day: string;
  page: string;
  posts: number;
  /** How many it got a day in the four weeks before. */
  usual: number;
  /** The mean rating of that day. */
  rating: number;
}

/** Fewer posts in a day are never unusual. */
const MIN_POSTS = 30;

/** A day is unusual with more than this many times the usual posts. */
const TIMES_USUAL = 5;

/** How many days back are looked at, if the filter says no first day. */
const RECENT_DAYS = 30;

const FIRST_DAY = `coalesce($2::date, (now() AT TIME ZONE 'Europe/Rome')::date - ${RECENT_DAYS})`;

/** Parameters: 1 page, 2 first day, 3 last day. An index leads to the days that matter. */
const FIND_UNUSUAL_DAYS = `
  WITH days AS (
    SELECT page, (created_at AT TIME ZONE 'Europe/Rome')::date AS day, count(*) AS posts, avg(rating) AS rating
    FROM feedback
    WHERE ($1::text IS NULL OR page = $1)
      AND created_at >= (${FIRST_DAY} - 28)::timestamp AT TIME ZONE 'Europe/Rome'
    GROUP BY page, day
  ), compared AS (
    SELECT *, coalesce(sum(posts) OVER (
      PARTITION BY page ORDER BY day RANGE BETWEEN '28 days' PRECEDING AND '1 day' PRECEDING
    ), 0) / 28 AS usual FROM days
  )
  SELECT to_char(day, 'YYYY-MM-DD') AS day, page, posts::int, usual::float8, rating::float8 FROM compared
  WHERE posts >= ${MIN_POSTS} AND posts > ${TIMES_USUAL} * usual
    AND day >= ${FIRST_DAY}
    AND ($3::date IS NULL OR day <= $3::date)
  ORDER BY day, page`;

/**
 * Finds the days that whoever reads the figures of a page should look at. All their posts count: a
 * campaign, a newspaper or a school is as likely a cause as a fraud, and no rule tells them apart.
 */
export async function findUnusualDays(
  driver: SqlDriver,
  { page, since, until }: Pick<SuspectFilter, "page" | "since" | "until">,
): Promise<UnusualDay[]> {
  const rows = await driver.query(FIND_UNUSUAL_DAYS, [page ?? null, since ?? null, until ?? null]);
  return rows.map((row) => ({
    day: String(row["day"]),
    page: String(row["page"]),
    posts: Number(row["posts"]),
    usual: Number(row["usual"]),
    rating: Number(row["rating"]),
  }));
}

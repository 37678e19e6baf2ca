import { isRating } from "../../shared/feedback-contract.ts";
import type { Row, SqlDriver } from "../store/sql-driver.ts";
import type { RatingCount } from "./figures.ts";
import type { Days } from "./selection.ts";

/** What is counted. An absent property does not restrict. */
export interface CountFilter extends Days {
  /** Addresses of pages, each in one language. */
  pages?: readonly string[] | undefined;
  lang?: string | undefined;
}

/** How many posts about the same words of a page say the same. */
export interface PageCount extends RatingCount {
  page: string;
  lang: string;
  revision: string;
}

/** The ratings of a week, which begins with its Monday in Italy. */
export interface WeekCount {
  monday: string;
  ratings: number;
  positive: number;
}

/** Parameters: 1 pages, 2 language, 3 first day, 4 last day. */
const MATCHES = `($1::text[] IS NULL OR page = ANY ($1)) AND ($2::text IS NULL OR lang = $2)`;

/** Bounds as moments, so that an index serves, and the nights of the clock's change are right. */
const ROW_MATCHES = `${MATCHES}
  AND ($3::text IS NULL OR created_at >= $3::date::timestamp AT TIME ZONE 'Europe/Rome')
  AND ($4::text IS NULL OR created_at < ($4::date + 1)::timestamp AT TIME ZONE 'Europe/Rome')`;

const DAY_MATCHES = `${MATCHES} AND ($3::text IS NULL OR day >= $3::date) AND ($4::text IS NULL OR day <= $4::date)`;

/** Rows, and the numbers of rows that have been deleted. The two never hold the same post. */
const COUNT = `
  SELECT page, lang, page_revision AS revision, rating, coalesce(answer, '') AS answer, count(*)::int AS posts
  FROM feedback WHERE ${ROW_MATCHES} GROUP BY 1, 2, 3, 4, 5
  UNION ALL
  SELECT page, lang, page_revision, rating, answer, sum(posts)::int
  FROM feedback_day WHERE ${DAY_MATCHES} GROUP BY 1, 2, 3, 4, 5`;

/** Rows are grouped by the hour first, because changing the time zone of each takes long. */
const COUNT_WEEKS = `
  SELECT to_char(date_trunc('week', day), 'YYYY-MM-DD') AS monday,
    sum(posts)::int AS ratings, coalesce(sum(posts) FILTER (WHERE rating >= 4), 0)::int AS positive
  FROM (
    SELECT (hour AT TIME ZONE 'Europe/Rome')::date AS day, rating, posts FROM (
      SELECT date_bin('1 hour', created_at, '2000-01-01Z') AS hour, rating, count(*) AS posts
      FROM feedback WHERE ${ROW_MATCHES} GROUP BY 1, 2
    ) AS hours
    UNION ALL
    SELECT day, rating, posts FROM feedback_day WHERE ${DAY_MATCHES}
  ) AS days
  GROUP BY 1 ORDER BY 1`;

/** Counts the posts that say the same. */
export async function readCounts(driver: SqlDriver, filter: CountFilter): Promise<PageCount[]> {
  const rows = await driver.query(COUNT, parameters(filter));
  return rows.flatMap((row) => {
    const rating = Number(row["rating"]);
    if (!isRating(rating)) return [];
    const { page, lang, revision, answer } = texts(row, ["page", "lang", "revision", "answer"]);
    return [{ page, lang, revision, rating, answer, posts: Number(row["posts"]) }];
  });
}

/** Counts the posts of each week that has any, the oldest first. */
export async function readWeeks(driver: SqlDriver, filter: CountFilter): Promise<WeekCount[]> {
  const rows = await driver.query(COUNT_WEEKS, parameters(filter));
  return rows.map((row) => ({
    monday: String(row["monday"]),
    ratings: Number(row["ratings"]),
    positive: Number(row["positive"]),
  }));
}

function parameters({ pages, lang, since, until }: CountFilter): unknown[] {
  return [pages ?? null, lang ?? null, since ?? null, until ?? null];
}

function texts<Column extends string>(row: Row, columns: readonly Column[]): Record<Column, string> {
  const entries = columns.map((column) => [column, String(row[column])] as const);
  return Object.fromEntries(entries) as Record<Column, string>;
}

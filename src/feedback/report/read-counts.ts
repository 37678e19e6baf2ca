import { isRating } from "../../shared/feedback-contract.ts";
import type { Row, SqlDriver } from "../store/sql-driver.ts";
import { filterParameters, MATCHES, ROW_MATCHES } from "./count-filter.ts";
import type { CountFilter } from "./count-filter.ts";
import { NO_MONTHS, wholeMonths } from "./counted-months.ts";
import type { CountedMonths } from "./counted-months.ts";
import type { RatingCount } from "./figures.ts";

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

/** Parameters: the filter; of the months that are counted, 5 the first day, 6 the day after. */
const OPEN_ROWS = `${ROW_MATCHES}
  AND (created_at < $5::date::timestamp AT TIME ZONE 'Europe/Rome'
    OR created_at >= $6::date::timestamp AT TIME ZONE 'Europe/Rome')`;

const OPEN_DAYS = `${MATCHES}
  AND ($3::text IS NULL OR day >= $3::date) AND ($4::text IS NULL OR day <= $4::date)
  AND (day < $5::date OR day >= $6::date)`;

/** Rows, numbers of rows that have been deleted, and months of both. No two hold the same post. */
const COUNT = `
  SELECT page, lang, page_revision AS revision, rating, coalesce(answer, '') AS answer, count(*)::int AS posts
  FROM feedback WHERE ${OPEN_ROWS} GROUP BY 1, 2, 3, 4, 5
  UNION ALL
  SELECT page, lang, page_revision, rating, answer, sum(posts)::int
  FROM feedback_day WHERE ${OPEN_DAYS} GROUP BY 1, 2, 3, 4, 5
  UNION ALL
  SELECT page, lang, page_revision, rating, answer, sum(posts)::int
  FROM feedback_month WHERE ${MATCHES} AND month >= $5::date AND month < $6::date GROUP BY 1, 2, 3, 4, 5`;

const COUNT_WEEKS = `
  SELECT to_char(date_trunc('week', day), 'YYYY-MM-DD') AS monday,
    sum(posts)::int AS ratings, coalesce(sum(posts) FILTER (WHERE rating >= 4), 0)::int AS positive
  FROM (
    SELECT (created_at AT TIME ZONE 'Europe/Rome')::date AS day, rating, 1 AS posts FROM feedback WHERE ${OPEN_ROWS}
    UNION ALL
    SELECT day, rating, posts FROM feedback_day WHERE ${OPEN_DAYS}
    UNION ALL
    SELECT day, rating, posts FROM feedback_month_day
    WHERE ($2::text IS NULL OR lang = $2) AND day >= $5::date AND day < $6::date
  ) AS days
  GROUP BY 1 ORDER BY 1`;

/** Counts the posts that say the same. */
export async function readCounts(driver: SqlDriver, filter: CountFilter): Promise<PageCount[]> {
  const rows = await driver.query(COUNT, await parameters(driver, filter));
  return rows.flatMap((row) => {
    const rating = Number(row["rating"]);
    if (!isRating(rating)) return [];
    const { page, lang, revision, answer } = texts(row, ["page", "lang", "revision", "answer"]);
    return [{ page, lang, revision, rating, answer, posts: Number(row["posts"]) }];
  });
}

/** Counts the posts of each week that has any, the oldest first. */
export async function readWeeks(driver: SqlDriver, filter: CountFilter): Promise<WeekCount[]> {
  const rows = await driver.query(COUNT_WEEKS, await parameters(driver, filter));
  return rows.map((row) => ({
    monday: String(row["monday"]),
    ratings: Number(row["ratings"]),
    positive: Number(row["positive"]),
  }));
}

/** The rows of a few pages are found by their index, faster than the months of all pages. */
async function parameters(driver: SqlDriver, filter: CountFilter): Promise<unknown[]> {
  const { from, to }: CountedMonths = filter.pages ? NO_MONTHS : await wholeMonths(driver, filter);
  return [...filterParameters(filter), from, to];
}

function texts<Column extends string>(row: Row, columns: readonly Column[]): Record<Column, string> {
  const entries = columns.map((column) => [column, String(row[column])] as const);
  return Object.fromEntries(entries) as Record<Column, string>;
}

import type { Row, SqlDriver } from "./sql-driver.ts";

/** Selects suspect posts. An absent property does not restrict. */
export interface SuspectFilter {
  ids?: readonly string[] | undefined;
  reason?: string | undefined;
  page?: string | undefined;
  /** First day, in Italian time, such as `2026-11-23`. */
  since?: string | undefined;
  /** Last day, in Italian time. */
  until?: string | undefined;
}

/** How many suspect posts a page has for one reason on one day. */
export interface SuspectCount {
  day: string;
  reason: string;
  page: string;
  posts: number;
}

/**
 * What an editor needs to tell a citizen from a robot. The comment was masked before it was stored.
 */
export interface SuspectPost {
  id: string;
  /** Day and time in Italy. */
  time: string;
  reason: string;
  page: string;
  rating: number;
  answer: string | null;
  comment: string | null;
}

const LOCAL_TIME = "suspect.created_at AT TIME ZONE 'Europe/Rome'";

/** Parameters: 1 ids separated by commas, 2 reason, 3 page, 4 first day, 5 last day. */
const MATCHES_FILTER = `
  ($1::text IS NULL OR suspect.id = ANY (string_to_array($1, ',')::uuid[]))
  AND ($2::text IS NULL OR suspect.reason = $2)
  AND ($3::text IS NULL OR suspect.page = $3)
  AND ($4::text IS NULL OR ${LOCAL_TIME} >= $4::date)
  AND ($5::text IS NULL OR ${LOCAL_TIME} < $5::date + 1)`;

/** Counts the suspect posts by day, reason and page. */
export async function countSuspects(driver: SqlDriver, filter: SuspectFilter): Promise<SuspectCount[]> {
  const rows = await driver.query(
    `SELECT to_char(${LOCAL_TIME}, 'YYYY-MM-DD') AS day, reason, page, count(*)::int AS posts
     FROM feedback_suspect AS suspect WHERE ${MATCHES_FILTER}
     GROUP BY day, reason, page ORDER BY day, reason, page`,
    parameters(filter),
  );
  return rows.map(({ day, reason, page, posts }) => ({
    day: String(day),
    reason: String(reason),
    page: String(page),
    posts: Number(posts),
  }));
}

/** Lists the suspect posts, newest first, at most `limit` of them. */
export async function listSuspects(
  driver: SqlDriver,
  filter: SuspectFilter,
  limit: number,
): Promise<SuspectPost[]> {
  const rows = await driver.query(
    `SELECT id, to_char(${LOCAL_TIME}, 'YYYY-MM-DD HH24:MI') AS time, reason, page, rating, answer, comment
     FROM feedback_suspect AS suspect WHERE ${MATCHES_FILTER}
     ORDER BY created_at DESC, id LIMIT $6`,
    [...parameters(filter), limit],
  );
  return rows.map((row) => ({
    id: String(row["id"]),
    time: String(row["time"]),
    reason: String(row["reason"]),
    page: String(row["page"]),
    rating: Number(row["rating"]),
    answer: textOf(row, "answer"),
    comment: textOf(row, "comment"),
  }));
}

/**
 * Moves suspect posts to the posts that count, and keeps the time at which they were written. A
 * second call finds nothing left to move. The statement is a function of the database (migration
 * 0006), so that a login that reads posts can restore them, and write no others.
 * @returns how many were moved
 */
export async function restoreSuspects(driver: SqlDriver, filter: SuspectFilter): Promise<number> {
  const [row] = await driver.query(
    "SELECT feedback_restore(string_to_array($1::text, ',')::uuid[], $2, $3, $4::text::date, $5::text::date) AS posts",
    parameters(filter),
  );
  return Number(row?.["posts"]);
}

function parameters({ ids, reason, page, since, until }: SuspectFilter): (string | null)[] {
  return [ids?.join(",") ?? null, reason ?? null, page ?? null, since ?? null, until ?? null];
}

function textOf(row: Row, column: string): string | null {
  const value = row[column];
  return typeof value === "string" ? value : null;
}

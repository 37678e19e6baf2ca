import type { SqlDriver } from "./sql-driver.ts";

/** A post that was erased, without what it said. */
export interface ErasedPost {
  /** Whether it was kept apart. */
  isSuspect: boolean;
  page: string;
  /** The day in Italy on which it was written. */
  day: string;
  rating: number;
  hadComment: boolean;
}

/** Erases a post by its id, wherever it is, with what the office did about it. */
const ERASE = `
  WITH counted AS (
    DELETE FROM feedback WHERE id = $1::uuid RETURNING page, created_at, rating, comment
  ), apart AS (
    DELETE FROM feedback_suspect WHERE id = $1::uuid RETURNING page, created_at, rating, comment
  ), handled AS (
    DELETE FROM feedback_handling WHERE post = $1::uuid
  )
  SELECT is_suspect, page, to_char(created_at AT TIME ZONE 'Europe/Rome', 'YYYY-MM-DD') AS day, rating,
    comment IS NOT NULL AS had_comment
  FROM (SELECT false AS is_suspect, * FROM counted UNION ALL SELECT true, * FROM apart) AS erased
  ORDER BY is_suspect`;

/**
 * Erases a post at a person's request. Only the owner of the tables may.
 * @returns what was erased: nothing if the id is unknown, two posts if another with this id was
 * kept apart
 */
export async function erasePost(driver: SqlDriver, id: string): Promise<ErasedPost[]> {
  const rows = await driver.query(ERASE, [id]);
  return rows.map((row) => ({
    isSuspect: row["is_suspect"] === true,
    page: String(row["page"]),
    day: String(row["day"]),
    rating: Number(row["rating"]),
    hadComment: row["had_comment"] === true,
  }));
}

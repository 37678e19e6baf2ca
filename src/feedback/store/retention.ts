import { bounded } from "../../shared/bounded.ts";
import type { Row, SqlDriver } from "./sql-driver.ts";

/** The environment variables that say how long what citizens said is kept, in months. */
export interface RetentionEnvironment {
  FEEDBACK_TEXT_MONTHS?: string | undefined;
  FEEDBACK_ROW_MONTHS?: string | undefined;
}

/** How long what citizens said is kept, in months. */
export interface RetentionPeriods {
  /** For comments, and for all of a suspect post. */
  texts: number;
  /** For single ratings. After that only the numbers of each day are kept. */
  rows: number;
}

/** What a run did, or would do. */
export interface RetentionCounts {
  /** Comments that were erased from ratings that stay. */
  texts: number;
  /** Suspect posts that were deleted. */
  suspects: number;
  /** Ratings that became part of the numbers of their day. */
  rows: number;
}

/**
 * Reads how long what citizens said is kept. Rows stay for 15 months at
 * least: what is watched is compared with the year before (src/feedback/watch).
 * @throws OperatorError if a period is out of its bounds
 */
export function readRetentionPeriods({
  FEEDBACK_TEXT_MONTHS,
  FEEDBACK_ROW_MONTHS,
}: RetentionEnvironment): RetentionPeriods {
  const rows = bounded({ FEEDBACK_ROW_MONTHS }, { fallback: 24, min: 15, max: 120 });
  return { rows, texts: bounded({ FEEDBACK_TEXT_MONTHS }, { fallback: 12, min: 1, max: rows }) };
}

/** The moment at which the day in Italy began that lies so many months before today. */
function boundary(parameter: string): string {
  return `(((now() AT TIME ZONE 'Europe/Rome')::date - make_interval(months => ${parameter}::int)) AT TIME ZONE 'Europe/Rome')`;
}

/** Which posts have had their time. Parameters: 1 months of texts, 2 months of rows. */
const IS_OLD = `created_at < ${boundary("$2")}`;
const HAS_OLD_TEXT = `created_at >= ${boundary("$2")} AND created_at < ${boundary("$1")} AND comment IS NOT NULL`;
const IS_OLD_SUSPECT = `created_at < ${boundary("$1")}`;

/**
 * One statement, so that a post is in the rows or in the numbers of its day and never in both or in
 * neither, whenever it is killed, and however many run at once. What was deleted by another run
 * meanwhile is not deleted again, and therefore not counted again.
 */
const APPLY = `
  WITH old AS (
    DELETE FROM feedback WHERE ${IS_OLD} RETURNING *
  ), counted AS (
    INSERT INTO feedback_day AS known (day, page, lang, page_revision, rating, answer, posts)
    SELECT (created_at AT TIME ZONE 'Europe/Rome')::date AS day, page, lang, page_revision, rating,
      coalesce(answer, '') AS chosen, count(*)
    FROM old GROUP BY day, page, lang, page_revision, rating, chosen
    ON CONFLICT (day, page, lang, page_revision, rating, answer) DO UPDATE SET posts = known.posts + excluded.posts
  ), erased AS (
    UPDATE feedback SET comment = NULL, comment_digest = NULL WHERE ${HAS_OLD_TEXT} RETURNING id
  ), suspects AS (
    DELETE FROM feedback_suspect WHERE ${IS_OLD_SUSPECT} RETURNING id
  ), handled AS (
    DELETE FROM feedback_handling
    WHERE post IN (SELECT id FROM old UNION ALL SELECT id FROM erased)
      OR NOT EXISTS (SELECT FROM feedback WHERE id = post)
  ), told AS (
    DELETE FROM feedback_alert WHERE sent_at < ${boundary("$2")}
  )
  SELECT (SELECT count(*) FROM erased)::int AS texts, (SELECT count(*) FROM suspects)::int AS suspects,
    (SELECT count(*) FROM old)::int AS rows`;

const COUNT = `
  SELECT (SELECT count(*) FROM feedback WHERE ${HAS_OLD_TEXT})::int AS texts,
    (SELECT count(*) FROM feedback_suspect WHERE ${IS_OLD_SUSPECT})::int AS suspects,
    (SELECT count(*) FROM feedback WHERE ${IS_OLD})::int AS rows`;

/**
 * Erases the texts and then the rows that have had their time. Days are those of Italy. How many
 * ratings there are stays the same; running it again does nothing more. Only the owner of the
 * tables may.
 *
 * A suspect post goes as a whole with its text: it counts nowhere, so no number needs it, and
 * whoever has not restored it in a year will not.
 */
export async function applyRetention(
  driver: SqlDriver,
  { texts, rows }: RetentionPeriods,
): Promise<RetentionCounts> {
  return countsOf(await driver.query(APPLY, [texts, rows]));
}

/** Counts what {@link applyRetention} would erase now. */
export async function countRetention(
  driver: SqlDriver,
  { texts, rows }: RetentionPeriods,
): Promise<RetentionCounts> {
  return countsOf(await driver.query(COUNT, [texts, rows]));
}

function countsOf([row]: readonly Row[]): RetentionCounts {
  return { texts: Number(row?.["texts"]), suspects: Number(row?.["suspects"]), rows: Number(row?.["rows"]) };
}

import type { SqlDriver } from "../store/sql-driver.ts";
import type { PageVersion } from "./rated-pages.ts";

/** From a day on, in Italy, a page had these words. */
export interface PageRevision {
  page: string;
  revision: string;
  firstDay: string;
}

/** Parameters: 1 pages, 2 the revision of each. A second change on one day replaces the first. */
const RECORD = `
  INSERT INTO feedback_revision (page, first_day, revision)
  SELECT page, (now() AT TIME ZONE 'Europe/Rome')::date, revision
  FROM unnest($1::text[], $2::text[]) AS current (page, revision)
  WHERE revision IS DISTINCT FROM (
    SELECT known.revision FROM feedback_revision AS known
    WHERE known.page = current.page ORDER BY first_day DESC LIMIT 1
  )
  ON CONFLICT (page, first_day) DO UPDATE SET revision = excluded.revision`;

/**
 * Records from which day on pages have the words that they have. Can be repeated, and by several
 * processes: only a change leaves something.
 */
export async function recordRevisions(
  driver: SqlDriver,
  versions: readonly Pick<PageVersion, "page" | "revision">[],
): Promise<void> {
  const pages = versions.map(({ page }) => page);
  const revisions = versions.map(({ revision }) => revision);
  await driver.query(RECORD, [pages, revisions]);
}

/**
 * The recorded revisions, the oldest first.
 * @param pages only those of these pages, if any are named
 */
export async function readRevisions(driver: SqlDriver, pages?: readonly string[]): Promise<PageRevision[]> {
  const rows = await driver.query(
    `SELECT page, revision, to_char(first_day, 'YYYY-MM-DD') AS first_day FROM feedback_revision
     WHERE $1::text[] IS NULL OR page = ANY ($1) ORDER BY first_day, page`,
    [pages ?? null],
  );
  return rows.map((row) => ({
    page: String(row["page"]),
    revision: String(row["revision"]),
    firstDay: String(row["first_day"]),
  }));
}

import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { loadFeedbackSite } from "../feedback/http/manifest.ts";
import { ratedPages } from "../feedback/report/rated-pages.ts";
import type { RatedPage } from "../feedback/report/rated-pages.ts";
import { openDatabase } from "../feedback/store/open-database.ts";
import { DatabaseInUseError } from "../feedback/store/pglite-driver.ts";
import { tellOnce } from "../feedback/watch/alerts.ts";
import { findAlerts } from "../feedback/watch/find-alerts.ts";
import { OperatorError } from "../shared/operator-error.ts";
import { inventPosts } from "./demo-posts.ts";

/** A folder of its own, which is made anew each time: no real post is ever there. */
const FOLDER = ".demo";

const COLUMNS = "id, page, lang, rating, answer, comment, page_revision, created_at";

/** Parameter: 1 the posts as JSON. */
const STORE = `
  WITH post AS (
    SELECT *, encode(sha256(convert_to(comment, 'UTF8')), 'hex') AS comment_digest, '00000000' AS form_version
    FROM json_to_recordset($1::json) AS post (id uuid, page text, lang text, rating smallint, answer text, comment text,
      page_revision text, created_at timestamptz, reason text, state text)
  ), counted AS (
    INSERT INTO feedback (${COLUMNS}, comment_digest, form_version)
    SELECT ${COLUMNS}, comment_digest, form_version FROM post WHERE reason IS NULL
  ), apart AS (
    INSERT INTO feedback_suspect (${COLUMNS}, comment_digest, form_version, reason)
    SELECT ${COLUMNS}, comment_digest, form_version, reason FROM post WHERE reason IS NOT NULL
  )
  INSERT INTO feedback_handling (post, state) SELECT id, state FROM post WHERE state IS NOT NULL`;

const STORE_REVISIONS = `
  INSERT INTO feedback_revision (page, first_day, revision)
  SELECT page, first_day, revision FROM json_to_recordset($1::json) AS known (page text, first_day date, revision text)`;

/** The home page, then the services, then the rest, as people visit them. */
function mostVisitedFirst(a: RatedPage, b: RatedPage): number {
  const rank = ({ source }: RatedPage) => (source === "/" ? 0 : source.startsWith("/servizi/") ? 1 : 2);
  return rank(a) - rank(b);
}

/** Deletes the demo of before, unless a server shows it, which would write into the new one. */
async function makeRoom(): Promise<void> {
  try {
    if (existsSync(FOLDER)) await (await openDatabase({ DATA_DIR: FOLDER })).close();
  } catch (error) {
    if (error instanceof DatabaseInUseError) throw error;
  }
  await rm(FOLDER, { recursive: true, force: true });
}

// npm run feedback:demo: fills an embedded database of its own with a year of invented posts.
try {
  const { manifest } = await loadFeedbackSite(process.env["OUTPUT_DIR"] ?? "_site");
  await makeRoom();
  const database = await openDatabase({ DATA_DIR: FOLDER });
  const now = new Date();
  const { posts, revisions } = inventPosts(ratedPages(manifest).toSorted(mostVisitedFirst), now);
  try {
    await database.query(STORE, [JSON.stringify(posts)]);
    await database.query(STORE_REVISIONS, [JSON.stringify(revisions)]);
    // What the hourly task would find, which tells it by e-mail.
    const alerts = await findAlerts({ driver: database, pages: manifest.pages, now }, { answered: true });
    await tellOnce(database, alerts, now, () => Promise.resolve());
  } finally {
    await database.close();
  }
  console.log(
    `${posts.length} pareri inventati sono in ${FOLDER}. Per vedere il rapporto:\n\n` +
      `  DATA_DIR=${FOLDER} npm run feedback:report\n`,
  );
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

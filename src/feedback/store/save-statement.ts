import { COMPLETION_MINUTES, KEPT_HOURS } from "../../shared/feedback-contract.ts";
import { NO_SCRIPT_WINDOW_MINUTES } from "./no-script-id.ts";

/** What the text of the statement depends on. */
export interface SaveVariant {
  table: "feedback" | "feedback_suspect";
  hasComment: boolean;
}

/**
 * Makes the one statement that stores a post. The `outcome` in its only row says what happened:
 * - `created`: this is the first post under its id.
 * - `same`: the post says nothing new. What it leaves out is no contradiction.
 * - `completed`: the post filled in or corrected a row with the same id, page and language. A post
 *   without a comment never erases one. This is possible for 30 minutes. After that, and for as
 *   long as a device keeps posts that it could not send, it is possible only if the rating is the
 *   same and the row still has neither answer nor comment.
 * - `conflict`: the id is known with other content. Nothing was written.
 *
 * The upsert decides on the row that it has locked; `before` sees the row as it was when the
 * statement began. The two differ only if two posts with one id race. Then the later one is
 * `completed`, even if its content is the same. `now()` is when the statement's transaction began,
 * which in a race may be before the row was created.
 *
 * Parameters: 1 id, 2 earlier id or null, 3 page, 4 language, 5 rating, 6 answer, 7 comment, 8
 * comment digest, 9 form version, 10 page revision, 11 the reason (suspect table only).
 *
 * No expression reads the column `comment`. The role that stores posts therefore needs
 * no right to read comments.
 */
export function saveStatement({ table, hasComment }: SaveVariant): string {
  const [reasonColumn, reasonValue] = table === "feedback_suspect" ? [", reason", ", $11::text"] : ["", ""];
  const setComment = hasComment ? "comment = $7, comment_digest = $8," : "";
  return `
    WITH target AS (
      SELECT coalesce(
        (SELECT earlier.id FROM ${table} AS earlier
          WHERE earlier.id = $2::uuid AND earlier.created_at > now() - interval '${NO_SCRIPT_WINDOW_MINUTES} minutes'),
        $1::uuid
      ) AS id
    ), before AS (
      SELECT stored.page = $3 AND stored.lang = $4 AND stored.rating = $5
        AND ($6::text IS NULL OR stored.answer IS NOT DISTINCT FROM $6)
        AND ($8::text IS NULL OR stored.comment_digest IS NOT DISTINCT FROM $8)
        AND stored.form_version = $9 AND stored.page_revision = $10 AS same
      FROM ${table} AS stored JOIN target ON target.id = stored.id
    ), written AS (
      INSERT INTO ${table} AS stored
        (id, page, lang, rating, answer, comment, comment_digest, form_version, page_revision${reasonColumn})
      SELECT target.id, $3::text, $4::text, $5::smallint, $6::text, $7::text, $8::text, $9::text, $10::text${reasonValue}
      FROM target
      ON CONFLICT (id) DO UPDATE SET
        rating = $5,
        answer = CASE WHEN stored.rating = $5 THEN coalesce($6, stored.answer) ELSE $6 END,
        ${setComment}
        form_version = $9,
        page_revision = $10,
        updated_at = greatest(now(), stored.created_at)
      WHERE stored.page = $3 AND stored.lang = $4
        AND (stored.created_at > now() - interval '${COMPLETION_MINUTES} minutes'
          OR (stored.created_at > now() - interval '${KEPT_HOURS} hours ${COMPLETION_MINUTES} minutes'
            AND stored.rating = $5 AND stored.answer IS NULL AND stored.comment_digest IS NULL
            AND coalesce($6, $8) IS NOT NULL))
      RETURNING stored.updated_at IS NULL AS created
    )
    SELECT CASE
      WHEN (SELECT created FROM written) THEN 'created'
      WHEN (SELECT same FROM before) THEN 'same'
      WHEN EXISTS (SELECT FROM written) THEN 'completed'
      ELSE 'conflict'
    END AS outcome`;
}

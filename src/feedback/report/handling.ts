import type { SqlDriver } from "../store/sql-driver.ts";
import { filterParameters, ROW_MATCHES } from "./count-filter.ts";
import type { CountFilter } from "./count-filter.ts";
import type { State } from "./posts.ts";

import type { Report } from "./report.ts";

/** What becomes of a comment. Only one that is declined has a reason, and it must have one. */
export type Handling = { state: Exclude<State, "declined"> } | { state: "declined"; reason: string };

/** Limit of a reason's length, in characters. */
export const MAX_REASON_LENGTH = 200;

const HANDLE = `
  INSERT INTO feedback_handling (post, state, reason)
  SELECT id, $2, $3 FROM feedback WHERE id = $1::uuid AND comment_digest IS NOT NULL
  ON CONFLICT (post) DO UPDATE SET state = excluded.state, reason = excluded.reason, changed_at = now()
  RETURNING post`;

const HANDLE_AGAIN = `
  WITH gone AS (DELETE FROM feedback_handling WHERE post = $1::uuid)
  SELECT id AS post FROM feedback WHERE id = $1::uuid AND comment_digest IS NOT NULL`;

/**
 * Says what becomes of a comment.
 * @returns false if there is no such comment
 */
export async function handleComment(driver: SqlDriver, post: string, handling: Handling): Promise<boolean> {
  const { state } = handling;
  const reason = handling.state === "declined" ? handling.reason : null;
  const rows = await (state === "new"
    ? driver.query(HANDLE_AGAIN, [post])
    : driver.query(HANDLE, [post, state, reason]));
  return rows.length > 0;
}

/** How many comments are in each state, and how many are new on each page in its own language. */
export async function countComments(
  driver: SqlDriver,
  filter: CountFilter,
): Promise<{ comments: Report["comments"]; newComments: ReadonlyMap<string, number> }> {
  const rows = await driver.query(
    `SELECT page, coalesce(state, 'new') AS state, count(*)::int AS posts
     FROM feedback LEFT JOIN feedback_handling ON post = id
     WHERE comment_digest IS NOT NULL AND ${ROW_MATCHES}
     GROUP BY 1, 2`,
    filterParameters(filter),
  );
  const counts = rows.map((row) => ({
    page: String(row["page"]),
    state: String(row["state"]),
    posts: Number(row["posts"]),
  }));
  const inState = (state: State) =>
    counts.reduce((sum, count) => sum + (count.state === state ? count.posts : 0), 0);
  return {
    comments: {
      new: inState("new"),
      inHand: inState("in-hand"),
      done: inState("done"),
      declined: inState("declined"),
    },
    newComments: new Map(
      counts.flatMap(({ page, state, posts }) => (state === "new" ? [[page, posts]] : [])),
    ),
  };
}

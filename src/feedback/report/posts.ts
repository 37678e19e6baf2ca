import type { Row, SqlDriver } from "../store/sql-driver.ts";
import { filterParameters, ROW_MATCHES } from "./count-filter.ts";
import type { CountFilter } from "./count-filter.ts";

/** What the office does with a comment. `new`: nobody has looked at it. */
export const STATES = ["new", "in-hand", "done", "declined"] as const;
export type State = (typeof STATES)[number];

/** Selects posts. An absent property does not restrict. */
export interface PostFilter extends CountFilter {
  state?: State | undefined;
  /** A part of the comment, in small or capital letters. */
  words?: string | undefined;
  /** Only posts with a comment. */
  commented?: boolean | undefined;
  /** Only posts about these words of pages: the page and the revision, with a space between. */
  revisions?: readonly string[] | undefined;
}

/** A post that counts. The comment was masked before it was stored. */
export interface ReportedPost {
  id: string;
  /** Its time in Italy, with the offset from UTC, such as `2026-10-25T02:30:00+01:00`. */
  time: string;
  /** The same to the microsecond, in UTC. */
  moment: string;
  page: string;
  lang: string;
  rating: number;
  answer: string | undefined;
  comment: string | undefined;
  /** Which words of the page it is about. */
  revision: string;
  state: State;
  /** Why nothing is done about the comment. */
  reason: string | undefined;
}

/** Where a list goes on, and how long it is at most. */
export interface ListPart {
  limit: number;
  /** The id of the last post of the part before. */
  after?: string | undefined;
  /** Its moment, for a list that goes on although that post is erased meanwhile. */
  afterMoment?: string | undefined;
  order: "newest" | "oldest";
}

/** Parameters: the filter, 5 state, 6 words, 7 whether only posts with a comment, 8 revisions. */
const POST_MATCHES = `${ROW_MATCHES}
  AND ($5::text IS NULL OR coalesce(state, 'new') = $5)
  AND ($6::text IS NULL OR strpos(lower(comment), lower($6)) > 0)
  AND ($7::boolean IS NOT TRUE OR comment_digest IS NOT NULL)
  AND ($8::text[] IS NULL OR page || ' ' || page_revision = ANY ($8))`;

const LOCAL = "created_at AT TIME ZONE 'Europe/Rome'";

/** A list goes on after a post and not after a number, so that new posts move nothing. */
function listStatement(order: ListPart["order"]): string {
  const [after, direction] = order === "newest" ? ["<", "DESC"] : [">", "ASC"];
  return `
    SELECT id, to_char(${LOCAL}, 'YYYY-MM-DD"T"HH24:MI:SS')
        || to_char(${LOCAL} - created_at AT TIME ZONE 'UTC', '"+"HH24:MI') AS time,
      to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS moment,
      page, lang, rating, answer, comment, page_revision AS revision, coalesce(state, 'new') AS state, reason
    FROM feedback LEFT JOIN feedback_handling ON post = id
    WHERE ${POST_MATCHES}
      AND ($9::uuid IS NULL OR (created_at, id) ${after}
        (coalesce($10::timestamptz, (SELECT created_at FROM feedback WHERE id = $9)), $9))
    ORDER BY created_at ${direction}, id ${direction} LIMIT $11`;
}

/** Lists one part of the posts that match. */
export async function listPosts(
  driver: SqlDriver,
  filter: PostFilter,
  { limit, after, afterMoment, order }: ListPart,
): Promise<ReportedPost[]> {
  const place = [after ?? null, afterMoment ?? null];
  const rows = await driver.query(listStatement(order), [...parameters(filter), ...place, limit]);
  return rows.map(postOf);
}

/** How many posts a part of an export has. */
const EXPORT_PART = 1_000;

/** Gives all posts that match, the oldest first. Only a thousand are in memory at a time. */
export async function* allPosts(
  driver: SqlDriver,
  filter: PostFilter,
): AsyncGenerator<readonly ReportedPost[], void, undefined> {
  let last: ReportedPost | undefined;
  do {
    const posts = await listPosts(driver, filter, {
      limit: EXPORT_PART,
      after: last?.id,
      afterMoment: last?.moment,
      order: "oldest",
    });
    yield posts;
    last = posts.length === EXPORT_PART ? posts.at(-1) : undefined;
  } while (last);
}

function parameters(filter: PostFilter): unknown[] {
  const { state, words, commented, revisions } = filter;
  return [...filterParameters(filter), state ?? null, words ?? null, commented ?? null, revisions ?? null];
}

function postOf(row: Row): ReportedPost {
  return {
    id: String(row["id"]),
    time: String(row["time"]),
    moment: String(row["moment"]),
    page: String(row["page"]),
    lang: String(row["lang"]),
    rating: Number(row["rating"]),
    answer: textOf(row["answer"]),
    comment: textOf(row["comment"]),
    revision: String(row["revision"]),
    state: STATES.find((state) => state === row["state"]) ?? "new",
    reason: textOf(row["reason"]),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

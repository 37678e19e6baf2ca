/**
 * The feedback contract, shared by build, browser and handler: field names, codes and limits.
 * It has no input or output.
 */

export const FEEDBACK_ENDPOINT = "/api/feedback";

/** The field names of a post, in JSON and in a form. */
export const FIELDS = [
  "id",
  "page",
  "rating",
  "answer",
  "comment",
  "lang",
  "formVersion",
  "pageRevision",
  "sito_web",
] as const;
export type Field = (typeof FIELDS)[number];

export const RATINGS = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof RATINGS)[number];

export const POSITIVE_ANSWERS = ["clear", "complete", "on-track", "no-technical-problems", "other"] as const;
export const NEGATIVE_ANSWERS = [
  "unclear",
  "incomplete",
  "off-track",
  "technical-problems",
  "other",
] as const;
export type Answer = (typeof POSITIVE_ANSWERS)[number] | (typeof NEGATIVE_ANSWERS)[number];

/** Limit of a body's size in bytes, as it is sent. */
export const MAX_BODY_BYTES = 4096;

/** Limit of a comment's length in UTF-16 code units, after {@link normalizeComment}. */
export const MAX_COMMENT_LENGTH = 200;

/** How long the second step may complete the first under the same id, in minutes. */
export const COMPLETION_MINUTES = 30;

/** How long a post that could not be sent is kept on the citizen's device, in hours. */
export const KEPT_HOURS = 24;

/** What a scheduled probe writes into the hidden field. Such a post is not stored. */
export const PROBE_MARK = "sonda";

/** The outcome of a probe that would have been stored. */
export const PROBE_OUTCOME = "probe";

/** A post as the script sends it, in JSON. */
export interface FeedbackPost {
  /**
   * A version 4 UUID, as `crypto.randomUUID()` makes it. It is the same for both
   * steps and for every retry.
   */
  id: string;
  page: string;
  rating: Rating;
  answer?: Answer;
  comment?: string;
  lang: string;
  formVersion: string;
  pageRevision: string;
  sito_web?: string;
}

/**
 * A refused field: `pointer` is a JSON pointer such as `#/comment`, and `detail` a
 * sentence for the citizen.
 */
interface FieldProblem {
  pointer: string;
  code: string;
  detail: string;
}

/**
 * The body of every refusal of a JSON post, `application/problem+json`.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export interface FeedbackProblem {
  type: "about:blank";
  title: string;
  status: number;
  code: string;
  detail: string;
  errors: FieldProblem[];
}

export function isRating(value: unknown): value is Rating {
  return RATINGS.some((rating) => rating === value);
}

/** True for a rating of 4 or 5, which asks what went well. The others ask what went badly. */
export function isPositive(rating: Rating): boolean {
  return rating >= 4;
}

/** The answer codes that fit a rating. */
export function answersFor(rating: Rating): readonly Answer[] {
  return isPositive(rating) ? POSITIVE_ANSWERS : NEGATIVE_ANSWERS;
}

/**
 * Normalises a comment for counting and storing: LF line ends, NFC, no surrounding white space. A
 * comment without anything to see is empty.
 */
export function normalizeComment(text: string): string {
  const comment = text.replace(/\r\n?/g, "\n").normalize("NFC").trim();
  return isInvisible(comment) ? "" : comment;
}

/**
 * True if every character of a text is one that nobody sees: white space, controls and formats,
 * what displays ignore (among them the Hangul fillers), and the blank Braille pattern.
 */
function isInvisible(text: string): boolean {
  return /^[\s\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);
}

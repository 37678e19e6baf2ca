/** The feedback contract, shared by build, browser and handler: field names, codes and limits. No I/O. */

export const FEEDBACK_ENDPOINT = "/api/feedback";

/** Field names of a post, in JSON and in a form alike. */
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

export const RATINGS = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof RATINGS)[number];

export const POSITIVE_ANSWERS = ["clear", "complete", "on-track", "no-technical-problems", "other"] as const;
export const NEGATIVE_ANSWERS = ["unclear", "incomplete", "off-track", "technical-problems", "other"] as const;
export type Answer = (typeof POSITIVE_ANSWERS)[number] | (typeof NEGATIVE_ANSWERS)[number];

/** Body size limit in bytes, counted on the wire. */
export const MAX_BODY_BYTES = 4096;

/** Comment limit in UTF-16 code units, counted after {@link normalizeComment}. */
export const MAX_COMMENT_LENGTH = 200;

/** How long step 2 may complete step 1 under the same id, in minutes. */
export const COMPLETION_MINUTES = 30;

/** A rating of 4 or 5 asks what went well, 1 to 3 what went badly. */
export function isPositive(rating: Rating): boolean {
  return rating >= 4;
}

/** The answer codes that fit a rating. */
export function answersFor(rating: Rating): readonly Answer[] {
  return isPositive(rating) ? POSITIVE_ANSWERS : NEGATIVE_ANSWERS;
}

/** The form in which a comment is counted and stored: LF line ends, NFC, no surrounding white space. */
export function normalizeComment(text: string): string {
  return text.replace(/\r\n?/g, "\n").normalize("NFC").trim();
}

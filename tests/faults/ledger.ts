import type { Content, Post } from "./posts.ts";

/** One delivery, as the client saw it. */
export interface Delivery {
  post: Post;
  /**
   * The reply's status. Undefined until the reply arrives, and for good when the connection breaks.
   */
  status: number | undefined;
}

/** All deliveries, by the post's key. */
export type Ledger = ReadonlyMap<string, readonly Delivery[]>;

/** A stored row of either table. */
export interface StoredRow extends Content {
  id: string;
}

/** Statuses that acknowledge a post: the contract's 201 and 200, and the form's 303. */
export function isAcknowledgement(status: number | undefined): boolean {
  return status === 201 || status === 200 || status === 303;
}

/** Statuses that promise that nothing was stored, so that the browser keeps the post. */
export function isPostponement(status: number | undefined): boolean {
  return status === 503 || status === 429;
}

/**
 * Compares the deliveries with the stored rows.
 * @returns a sentence with the post's key for each broken promise
 */
export function findViolations(ledger: Ledger, rows: readonly StoredRow[]): string[] {
  const rowsByKey = Map.groupBy(rows, (row) => keyOf(row, ledger));
  const unsent = [...rowsByKey.keys()].filter((key) => !ledger.has(key));
  return [
    ...unsent.map((key) => `${key}: stored, but never sent`),
    ...[...ledger].flatMap(([key, deliveries]) => violationsOf(key, deliveries, rowsByKey.get(key) ?? [])),
  ];
}

/**
 * Finds the key of a row. The server creates the id of a form's post, so its text identifies such a
 * row.
 */
function keyOf({ id, comment }: StoredRow, ledger: Ledger): string {
  return comment !== null && !ledger.has(id) && ledger.has(comment) ? comment : id;
}

function violationsOf(key: string, deliveries: readonly Delivery[], rows: readonly StoredRow[]): string[] {
  const acknowledged = deliveries.filter(({ status }) => isAcknowledgement(status));
  const unexpected = deliveries
    .map(({ status }) => status)
    .filter((status) => status !== undefined && !isAcknowledgement(status) && !isPostponement(status));
  const created = deliveries.filter(({ status }) => status === 201).length;
  const [row] = rows;

  const problems = unexpected.map((status) => `answered ${status}`);
  if (acknowledged.length > 0 && !row) problems.push("acknowledged, but not stored");
  if (rows.length > 1) problems.push(`stored ${rows.length} times`);
  if (created > 1) problems.push(`created ${created} times`);
  if (row && !deliveries.some(({ post }) => isSame(post.content, row))) {
    problems.push(`half a row, or a text that was never sent: ${JSON.stringify(row)}`);
  }
  if (row?.comment === null && acknowledged.some(({ post }) => post.content.comment !== null)) {
    problems.push("the second step was acknowledged, but only the first is stored");
  }
  return problems.map((problem) => `${key}: ${problem}`);
}

function isSame(a: Content, b: Content): boolean {
  return a.rating === b.rating && a.answer === b.answer && a.comment === b.comment;
}

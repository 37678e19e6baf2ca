import type { Content, Post } from "./posts.ts";

/** One delivery, as the client saw it. */
export interface Delivery {
  post: Post;
  /** The reply's status; undefined while there is none, and for ever when the connection broke. */
  status: number | undefined;
}

/** Everything that was sent, by key. */
export type Ledger = ReadonlyMap<string, readonly Delivery[]>;

/** A row as it was found, from whichever table. */
export interface StoredRow extends Content {
  id: string;
}

/** Statuses that acknowledge a post: the contract's 201 and 200, and the form's 303. */
export function isAcknowledgement(status: number | undefined): boolean {
  return status === 201 || status === 200 || status === 303;
}

/** Statuses that promise nothing was accepted, so that the browser keeps the post. */
export function isPostponement(status: number | undefined): boolean {
  return status === 503 || status === 429;
}

/**
 * Compares what was sent and acknowledged with what is stored.
 * @returns one sentence for each broken promise, with the post's key; empty when all were kept
 */
export function findViolations(ledger: Ledger, rows: readonly StoredRow[]): string[] {
  const rowsByKey = Map.groupBy(rows, (row) => keyOf(row, ledger));
  const unsent = [...rowsByKey.keys()].filter((key) => !ledger.has(key));
  return [
    ...unsent.map((key) => `${key}: stored, but never sent`),
    ...[...ledger].flatMap(([key, deliveries]) => violationsOf(key, deliveries, rowsByKey.get(key) ?? [])),
  ];
}

/** The server makes the id of a form's post: such a row is known by its text. */
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

import type { ReportedPost } from "./posts.ts";

/** Lets spreadsheets know that the file is UTF-8. */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * The places before what a spreadsheet takes for a formula or what leads to one, also in the
 * full-width forms of East Asian keyboards. An Italian Excel begins a cell after a semicolon and a
 * line break too, because it expects semicolons between cells. Where the mark itself stands in such
 * a place, it is marked too, so that whoever takes one away in each has the text as it was.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const NEEDS_MARK = /(?<=^|[;\t\r\n])(?=[=+\-@\t\r\n'＝＋－＠])/g;
const MARK = "'";

const COLUMNS: readonly (readonly [
  header: string,
  value: (post: ReportedPost, isCurrent: boolean) => string,
])[] = [
  ["codice", ({ id }) => id],
  ["giorno e ora", ({ time }) => time],
  ["pagina", ({ page }) => page],
  ["lingua", ({ lang }) => lang],
  ["voto", ({ rating }) => String(rating)],
  ["risposta", ({ answer }) => answer ?? ""],
  ["commento", ({ comment }) => comment ?? ""],
  ["sulle parole di adesso", (_post, isCurrent) => (isCurrent ? "sì" : "no")],
  ["stato", ({ comment, state }) => (comment === undefined ? "" : state)],
  ["motivo", ({ reason }) => reason ?? ""],
];

/**
 * Writes posts as CSV, one part of the file after the other: comma, CRLF, UTF-8.
 * @param isCurrent tells whether a post is about the words that its page has now
 * @see https://www.rfc-editor.org/rfc/rfc4180
 */
export async function* csvOf(
  parts: AsyncIterable<readonly ReportedPost[]>,
  isCurrent: (post: ReportedPost) => boolean,
): AsyncGenerator<string, void, undefined> {
  yield BYTE_ORDER_MARK + lineOf(COLUMNS.map(([header]) => header));
  for await (const posts of parts) {
    yield posts.map((post) => lineOf(COLUMNS.map(([, value]) => value(post, isCurrent(post))))).join("");
  }
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

function cellOf(text: string): string {
  const safe = text.replace(NEEDS_MARK, MARK);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

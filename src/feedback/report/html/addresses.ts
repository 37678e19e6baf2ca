import type { State } from "../posts.ts";
import { queryOf } from "../selection.ts";

/** The addresses of the pages, and of the files of the report. */
export const ADDRESSES = {
  report: "/api/report",
  csv: "/api/report.csv",
  json: "/api/report.json",
  schema: "/api/report.schema.json",
  comments: "/api/report/comments",
  commentsCsv: "/api/report/comments.csv",
  suspects: "/api/report/suspects",
} as const;

/** Which comments a page shows, as its address says it. An absent property does not restrict. */
export interface CommentsFilter {
  state?: State | undefined;
  words?: string | undefined;
  /** The address of a page in the source language. */
  page?: string | undefined;
  lang?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
}

/** An address with a query. What is undefined or empty is left out. */
export function addressOf(path: string, query: Readonly<Record<string, string | undefined>>): string {
  return withQuery(path, queryOf(query));
}

/** An address with a query that may be empty. */
export function withQuery(path: string, query: string): string {
  return query === "" ? path : `${path}?${query}`;
}

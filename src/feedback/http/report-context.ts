import type { Logger } from "../logger.ts";
import type { PostSelection } from "../report/post-selection.ts";
import type { KnownNames } from "../report/selection.ts";
import type { SqlDriver } from "../store/sql-driver.ts";
import type { RequestContext } from "./handler.ts";
import type { FeedbackManifest } from "./manifest.ts";

/** What Hono gives the routes of the report. */
export interface ReportEnv {
  Bindings: RequestContext;
}

/** What all routes of the report share. */
export interface ReportContext {
  /** The database, with the rights of those who read. */
  driver: SqlDriver;
  manifest: FeedbackManifest;
  /** The text of the style sheet. */
  style: string;
  logger: Logger;
  known: KnownNames;
}

/** Leaves a line for each reading of comments: which filter, how many. Never what they say. */
export function tellReading(
  { logger }: Pick<ReportContext, "logger">,
  view: string,
  { selection, state, commented, words }: PostSelection,
  posts: number,
): void {
  const filter = { ...selection, state, commented, searched: words !== undefined };
  logger.info({ event: "report", outcome: "read", view, filter, posts });
}

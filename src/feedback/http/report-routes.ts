import { Hono } from "hono";
import type { MiddlewareHandler } from "hono";
import { dayIn } from "../../shared/time-zone.ts";
import type { Logger } from "../logger.ts";
import { csvOf } from "../report/csv.ts";
import { postFilter, readPostSelection } from "../report/post-selection.ts";
import type { PostSelection } from "../report/post-selection.ts";
import { allPosts } from "../report/posts.ts";
import type { ReportedPost } from "../report/posts.ts";
import { knownNames } from "../report/rated-pages.ts";
import { readReport } from "../report/read-report.ts";
import { reportJsonSchema } from "../report/report.ts";
import { readSelection } from "../report/selection.ts";
import type { SqlDriver } from "../store/sql-driver.ts";
import type { RequestContext } from "./handler.ts";
import type { FeedbackSite } from "./manifest.ts";
import { createReportAccess } from "./report-access.ts";

/** What the report needs, beside what the app has. */
export interface ReportDeps {
  token: string;
  /** The database, with the rights of those who read. */
  driver: SqlDriver;
}

interface Env {
  Bindings: RequestContext;
}

/** Where the report answers, if it is there. */
export const REPORT_PATHS = {
  page: "/api/report",
  csv: "/api/report.csv",
  json: "/api/report.json",
  schema: "/api/report.schema.json",
  comments: "/api/report/comments",
  suspects: "/api/report/suspects",
};

const REALM = 'Basic realm="Rapporto sui pareri", charset="UTF-8"';

/**
 * Makes the routes of the report. Without the token they answer 401. They are never indexed, framed
 * or cached.
 */
export function createReportRoutes(
  { token, driver }: ReportDeps,
  { site, logger }: { site: FeedbackSite; logger: Logger },
): Hono<Env> {
  const { manifest } = site;
  const known = knownNames(manifest);
  const mayRead = createReportAccess(token);
  const app = new Hono<Env>();

  const guard: MiddlewareHandler<Env> = async (context, next) => {
    const access = mayRead(context.req.raw, context.env.ip);
    if (access === "too-many")
      return context.text("Troppi tentativi. Riprova fra dieci minuti.\n", 429, { "Retry-After": "600" });
    if (access === "refused")
      return context.text("Serve il codice del rapporto (REPORT_TOKEN).\n", 401, {
        "WWW-Authenticate": REALM,
      });
    await next();
    context.header("X-Robots-Tag", "noindex, nofollow");
  };
  for (const path of Object.values(REPORT_PATHS)) app.use(path, guard);

  app.get(REPORT_PATHS.json, async (context) => {
    const { selection, problems } = readSelection(context.req.query(), known);
    if (problems.length > 0) return context.json({ problems }, 400);
    return context.json(await readReport(driver, manifest, selection));
  });
  app.get(REPORT_PATHS.schema, (context) => context.json(reportJsonSchema()));

  app.get(REPORT_PATHS.csv, (context) => {
    const chosen = readPostSelection(context.req.query(), known);
    if (chosen.problems.length > 0) return context.text(`${chosen.problems.join("\n")}\n`, 400);
    const filter = postFilter(manifest, chosen, today());
    const posts = countPosts(allPosts(driver, filter), (count) => {
      tellReading("csv", chosen, count);
    });
    const body = streamOf(csvOf(posts, isCurrent));
    return context.body(body, 200, {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="pareri-${today()}.csv"`,
    });
  });
  return app;

  function isCurrent({ page, revision }: ReportedPost): boolean {
    return manifest.pages.get(page)?.revision === revision;
  }

  /** A line for each reading of comments: when, which filter, how many. Never what they say. */
  function tellReading(
    view: string,
    { selection, state, commented, words }: PostSelection,
    posts: number,
  ): void {
    const filter = { ...selection, state, commented, searched: words !== undefined };
    logger.info({ event: "report", outcome: "read", view, filter, posts });
  }
}

function today(): string {
  return dayIn("Europe/Rome", new Date());
}

/** Passes posts on, and tells how many there were, also when the reader went away. */
async function* countPosts(
  parts: AsyncIterable<readonly ReportedPost[]>,
  tell: (count: number) => void,
): AsyncGenerator<readonly ReportedPost[], void, undefined> {
  let count = 0;
  try {
    for await (const posts of parts) {
      count += posts.length;
      yield posts;
    }
  } finally {
    tell(count);
  }
}

/** Sends each part when the reader has taken the one before. */
function streamOf(parts: AsyncGenerator<string, void, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await parts.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await parts.return();
    },
  });
}

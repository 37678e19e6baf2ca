import type { Hono } from "hono";
import { romeDay } from "../../shared/time-zone.ts";
import { describeError } from "../logger.ts";
import { csvOf } from "../report/csv.ts";
import { ADDRESSES } from "../report/html/addresses.ts";
import { postFilter, readPostSelection } from "../report/post-selection.ts";
import { allPosts } from "../report/posts.ts";
import type { ReportedPost } from "../report/posts.ts";
import { isCurrent } from "../report/rated-pages.ts";
import { readReport } from "../report/read-report.ts";
import { reportJsonSchema } from "../report/report.ts";
import { readSelection } from "../report/selection.ts";
import { tellReading } from "./report-context.ts";
import type { ReportContext, ReportEnv } from "./report-context.ts";

/** Adds the files of the report, which obey the same filters as its pages. */
export function addReportExports(app: Hono<ReportEnv>, report: ReportContext): void {
  const { driver, manifest, known, logger } = report;

  app.get(ADDRESSES.json, async (context) => {
    const { selection, problems } = readSelection(context.req.query(), known);
    if (problems.length > 0) return context.json({ problems }, 400);
    return context.json(await readReport(driver, manifest, selection));
  });
  app.get(ADDRESSES.schema, (context) => context.json(reportJsonSchema()));

  for (const path of [ADDRESSES.csv, ADDRESSES.commentsCsv]) {
    app.get(path, async (context) => {
      const commented = path === ADDRESSES.commentsCsv;
      const { problems, ...chosen } = readPostSelection(context.req.query(), known, commented);
      if (problems.length > 0) return context.text(`${problems.join("\n")}\n`, 400);
      const today = romeDay(new Date());
      const posts = countPosts(allPosts(driver, postFilter(manifest, chosen, today)), (count) => {
        tellReading(report, "csv", chosen, count);
      });
      const parts = csvOf(posts, (post) => isCurrent(manifest, post));
      const body = await streamOf(parts, (error) => {
        logger.error({ event: "report", outcome: "failed", error: describeError(error) });
      });
      return context.body(body, 200, {
        "Content-Type": "text/csv; charset=utf-8; header=present",
        "Content-Disposition": `attachment; filename="${commented ? "commenti" : "pareri"}-${today}.csv"`,
      });
    });
  }
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

/**
 * Sends each part when the reader has taken the one before. A reply that breaks off is not taken
 * for a whole file by whoever reads it.
 * @param onFailure gets the error. The server prints the one of the stream, which tells nothing.
 * @throws if not even the first posts can be read, so that the reply can be another
 */
async function streamOf(
  parts: AsyncGenerator<string, void, undefined>,
  onFailure: (error: unknown) => void,
): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder();
  const begin = [await parts.next(), await parts.next()];
  return new ReadableStream({
    pull: async (controller) => {
      try {
        const { value, done } = begin.shift() ?? (await parts.next());
        if (done === true) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        onFailure(error);
        controller.error(new Error("An export broke off"));
      }
    },
    cancel: async () => {
      await parts.return();
    },
  });
}

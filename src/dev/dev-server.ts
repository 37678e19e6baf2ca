import { randomUUID } from "node:crypto";
import EleventyDevServer from "@11ty/eleventy-dev-server";
import { bundle } from "../assets/script.ts";
import type { Report } from "../content-model/problems/problem.ts";
import { feedbackMiddleware } from "./feedback-middleware.ts";

/** The report that the overlay on the pages shows. */
export interface DevReport extends Report {
  /** Different for each set of pages. A page from an older set reloads itself. */
  pagesId: string;
  /** Why the pages cannot be made, if an editor's mistake is not the reason. */
  failure?: string | undefined;
}

/** The server that shows an editor's pages while they are written. */
export interface DevServer {
  /** Listens on the port, or on the next free one. */
  listen(port: number): void;
  /** Serves another folder from now on, and reloads open pages. */
  showPages(folder: string): void;
  /** Sends the report to open pages, and to those that are opened later. */
  publish(report: Report, failure?: string): void;
}

const SCRIPT = "/.dev/report.js";
const REPORT = "/.dev/report.json";

/**
 * Eleventy's development server, which adds one more script to the pages as it sends them. The
 * built files do not have it.
 */
class ReportingServer extends EleventyDevServer {
  report: DevReport = { pagesId: randomUUID(), problems: [], warnings: [] };

  override augmentContentWithNotifier(html: string, ...options: unknown[]): string {
    const script = `<script type="module" src="${SCRIPT}?pages=${this.report.pagesId}"></script>`;
    return super.augmentContentWithNotifier(html.replace("</head>", `${script}</head>`), ...options);
  }
}

/**
 * Serves a folder of built pages, with the feedback handler as in production, and shows on the
 * pages what the checks found.
 * @param folder the first folder to serve
 * @see https://www.11ty.dev/docs/dev-server/
 */
export async function createDevServer(folder: string): Promise<DevServer> {
  const script = Buffer.from(await bundle("src/dev/report-overlay.ts")).toString();
  const feedback = feedbackMiddleware(folder);
  const server: ReportingServer = new ReportingServer("dev", folder, {
    domDiff: false,
    messageOnStart: ({ localhostUrl }) => `Il sito è su ${localhostUrl} (per chiudere: Ctrl+C)`,
    middleware: [feedback.handle],
    onRequest: {
      [SCRIPT]: () => uncached("text/javascript", script),
      [REPORT]: () => uncached("application/json", JSON.stringify(server.report)),
    },
  });
  return {
    listen(port) {
      server.serve(port);
    },
    showPages(newFolder) {
      server.dir = newFolder;
      feedback.usePages(newFolder);
      // These pages were made, so nothing has stopped the build. Other problems are
      // published afterwards.
      server.report = { pagesId: randomUUID(), problems: [], warnings: server.report.warnings };
      server.reload();
    },
    publish({ problems, warnings }, failure) {
      server.report = { pagesId: server.report.pagesId, problems, warnings, failure };
      server.sendUpdateNotification({ type: "eleventy.msg", message: "report" });
    },
  };
}

function uncached(type: string, body: string) {
  return { headers: { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "no-store" }, body };
}

import { randomUUID } from "node:crypto";
import EleventyDevServer from "@11ty/eleventy-dev-server";
import { bundle } from "../assets/script.ts";
import type { Report } from "../content-model/problems/problem.ts";
import { feedbackMiddleware } from "./feedback-middleware.ts";

/** What the page over the pages is told. */
export interface DevReport extends Report {
  /** Another one for each set of pages: a page of an older set asks for itself again. */
  pagesId: string;
  /** Why the pages cannot be made, when it is no editor's doing. */
  failure?: string | undefined;
}

/** The server that shows an editor's pages while they are written. */
export interface DevServer {
  /** Listens on the port, or on the next one that is free. */
  listen(port: number): void;
  /** Serves another folder from now on: open pages ask for themselves again. */
  showPages(folder: string): void;
  /** Tells open pages, and those that are opened later, what was found. */
  publish(report: Report, failure?: string): void;
}

const SCRIPT = "/.dev/report.js";
const REPORT = "/.dev/report.json";

/** Eleventy's development server, whose pages have one script more: none of it is in the built files. */
class ReportingServer extends EleventyDevServer {
  report: DevReport = { pagesId: randomUUID(), problems: [], warnings: [] };

  override augmentContentWithNotifier(html: string, ...options: unknown[]): string {
    const script = `<script type="module" src="${SCRIPT}?pages=${this.report.pagesId}"></script>`;
    return super.augmentContentWithNotifier(html.replace("</head>", `${script}</head>`), ...options);
  }
}

/**
 * Serves a folder of built pages, the feedback handler as in production, and over the pages what the checks found.
 * https://www.11ty.dev/docs/dev-server/
 * @param folder the first one
 */
export async function createDevServer(folder: string): Promise<DevServer> {
  const script = Buffer.from(await bundle("src/dev/report-overlay.ts")).toString();
  const feedback = feedbackMiddleware(folder);
  const server: ReportingServer = new ReportingServer("dev", folder, {
    domDiff: false,
    messageOnStart: ({ localhostUrl }) => `Il sito è su ${localhostUrl} (per chiudere: Ctrl+C)`,
    middleware: [feedback.handle],
    onRequest: {
      [SCRIPT]: () => fresh("text/javascript", script),
      [REPORT]: () => fresh("application/json", JSON.stringify(server.report)),
    },
  });
  return {
    listen(port) {
      server.serve(port);
    },
    showPages(newFolder) {
      server.dir = newFolder;
      feedback.usePages(newFolder);
      // Nothing has kept these from being made; what else there is to say comes after them.
      server.report = { pagesId: randomUUID(), problems: [], warnings: server.report.warnings };
      server.reload();
    },
    publish({ problems, warnings }, failure) {
      server.report = { pagesId: server.report.pagesId, problems, warnings, failure };
      server.sendUpdateNotification({ type: "eleventy.msg", message: "report" });
    },
  };
}

function fresh(type: string, body: string) {
  return { headers: { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "no-store" }, body };
}

import type { Page } from "@playwright/test";
import { commentsPage } from "../../src/feedback/report/html/comments-page.ts";
import { reportPage } from "../../src/feedback/report/html/report-page.ts";
import { suspectsPage } from "../../src/feedback/report/html/suspects-page.ts";
import { inlineStyleHashes } from "../../src/hosting/inline-styles.ts";
import { reportPolicy } from "../../src/hosting/security-headers.ts";
import { sampleComments, sampleContext, sampleReport, sampleSuspects } from "./report-sample.ts";
import { readBuilt } from "./site.ts";

/** Where a browser test shows the pages. Without a token the server has no route there. */
const ADDRESS = "/api/report";

const { reportStyle } = JSON.parse(readBuilt("feedback.json")) as { reportStyle: string };
const context = sampleContext({ style: readBuilt(reportStyle.slice(1)) });
const { site, comments: counts } = sampleReport();
const titleOf = () => "Segretariato sociale";

/** Pages of the report as they may come, from nothing at all to 300 pages. */
export const REPORTS: Readonly<Record<string, () => Promise<string>>> = {
  "the report": () => reportPage(sampleReport(), context),
  "the report of a site that nobody has rated": () => reportPage(sampleReport({ ratings: 0 }), context),
  "the report of a site with a few ratings": () =>
    reportPage(sampleReport({ ratings: 3, weeks: 2 }), context),
  "the report of a site without pages": () => reportPage(sampleReport({ pages: 0, ratings: 0 }), context),
  "the report of a site with 300 pages": () =>
    reportPage(sampleReport({ pages: 300, ratings: 900, weeks: 53 }), context),
  "the report of one page": () =>
    reportPage(sampleReport({ selection: { page: "/servizi/pagina-1/" } }), context),
  "the report of what was misunderstood": () =>
    reportPage(sampleReport({ selection: { period: "year" } }), {
      ...context,
      problems: ["«31» non è un giorno: scrivilo così, 2026-11-23"],
    }),
  "the queue of comments": () =>
    commentsPage(
      {
        site,
        filter: { words: "documenti" },
        counts,
        comments: sampleComments(),
        isCurrent: () => true,
        titleOf,
        next: sampleComments(1)[0]?.id,
        notice: "Salvato.",
      },
      context,
    ),
  "the suspect posts": () =>
    suspectsPage(
      {
        site,
        filter: {},
        counts: [{ day: "2026-11-20", reason: "flood", page: "/", posts: 12 }],
        suspects: sampleSuspects(),
        titleOf,
      },
      context,
    ),
};

/** Opens a page of the report under the policy with which the server sends it. */
export async function openReport(page: Page, html: string): Promise<void> {
  await page.route(`**${ADDRESS}`, (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers: { "Content-Security-Policy": reportPolicy(inlineStyleHashes(html)) },
      body: html,
    }),
  );
  await page.goto(ADDRESS);
}

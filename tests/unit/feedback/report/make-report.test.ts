import { describe, expect, it } from "vitest";
import { makeReport } from "../../../../src/feedback/report/make-report.ts";
import type { ReportRows } from "../../../../src/feedback/report/make-report.ts";
import type { PageCount } from "../../../../src/feedback/report/read-counts.ts";
import type { Selection } from "../../../../src/feedback/report/selection.ts";
import { SITE } from "../../../support/feedback.ts";

const NONE: ReportRows = {
  counts: [],
  weeks: [],
  revisions: [],
  alerts: [],
  comments: { new: 0, inHand: 0, done: 0, declined: 0 },
  brokenLinks: new Map(),
  newComments: new Map(),
  suspects: 0,
};
const HOME = "0123456789ab";
const SERVICES = "ab0123456789";
const ENGLISH = "cd0123456789";
const OLD = "000000000000";

function count(page: string, revision: string, rating: 1 | 5, posts: number, lang = "it"): PageCount {
  return { page, lang, revision, rating, answer: "", posts };
}

function report(rows: Partial<ReportRows>, selection: Selection = { period: "change" }) {
  const now = new Date("2026-11-30T10:00:00Z");
  return makeReport(SITE.manifest, selection, { ...NONE, ...rows }, { now, today: "2026-11-30" });
}

describe("the report", () => {
  it("pools the languages of a page, and tells them apart", () => {
    const { pages, languages } = report({
      counts: [count("/", HOME, 5, 4), count("/en/", ENGLISH, 1, 3, "en")],
    });
    expect(pages[0]).toMatchObject({
      page: "/",
      figures: { ratings: 7, positive: 4 },
      staleLanguages: ["en"],
    });
    expect(languages.map(({ lang, figures }) => [lang, figures.ratings])).toEqual([
      ["it", 4],
      ["en", 3],
    ]);
  });

  it("begins with the words that a page has now, and tells what was said of those before", () => {
    const counts = [count("/", HOME, 5, 4), count("/", OLD, 1, 9)];
    const revisions = [
      { page: "/", revision: OLD, firstDay: "2026-01-01" },
      { page: "/", revision: HOME, firstDay: "2026-11-20" },
    ];
    const [page] = report({ counts, revisions }).pages;
    expect(page).toMatchObject({
      figures: { ratings: 4 },
      before: { ratings: 9 },
      changed: "2026-11-20",
      daysSinceChange: 10,
    });
    const [whole] = report({ counts, revisions }, { period: "year" }).pages;
    expect(whole).toMatchObject({ figures: { ratings: 13 }, before: null });
  });

  it("compares before and after in those languages only whose words have changed", () => {
    const [page] = report({
      counts: [count("/", OLD, 1, 9), count("/", HOME, 5, 4), count("/en/", ENGLISH, 5, 30, "en")],
    }).pages;
    expect(page).toMatchObject({ figures: { ratings: 34 }, before: { ratings: 9 }, after: { ratings: 4 } });
  });

  it("ranks pages by what is certain, not by the mean", () => {
    const { pages } = report({
      counts: [
        count("/", HOME, 1, 2),
        count("/servizi/", SERVICES, 1, 40),
        count("/servizi/", SERVICES, 5, 20),
      ],
    });
    expect(pages.map(({ page }) => page)).toEqual(["/servizi/", "/"]);
  });

  it("keeps pages that are gone from the site, and puts those without ratings last", () => {
    const { pages, figures } = report({ counts: [count("/tolta/", OLD, 1, 2)] }, { period: "year" });
    expect(figures.ratings).toBe(2);
    expect(pages[0]).toMatchObject({ page: "/tolta/", title: "/tolta/", isGone: true });
    expect(pages.slice(1).map(({ figures: { ratings } }) => ratings)).toEqual([0, 0]);
  });

  it("tells the revisions of a page by date, in each language", () => {
    const { revisions, pages } = report(
      {
        counts: [count("/", HOME, 5, 4), count("/", OLD, 1, 9), count("/en/", ENGLISH, 5, 1, "en")],
        revisions: [
          { page: "/", revision: OLD, firstDay: "2026-01-01" },
          { page: "/", revision: HOME, firstDay: "2026-11-20" },
        ],
      },
      { period: "change", page: "/" },
    );
    expect(pages).toHaveLength(1);
    expect(
      revisions.map(({ lang, firstDay, isCurrent, figures }) => [lang, firstDay, isCurrent, figures.ratings]),
    ).toEqual([
      ["it", "2026-01-01", false, 9],
      ["it", "2026-11-20", true, 4],
      ["en", null, true, 1],
    ]);
  });

  it("says how many comments wait on each page, in all its languages", () => {
    const { pages } = report({
      newComments: new Map([
        ["/", 2],
        ["/en/", 3],
      ]),
    });
    expect(pages.find(({ page }) => page === "/")?.newComments).toBe(5);
  });
});

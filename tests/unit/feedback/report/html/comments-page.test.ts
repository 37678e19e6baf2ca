import { describe, expect, it } from "vitest";
import { commentsPage } from "../../../../../src/feedback/report/html/comments-page.ts";
import type { CommentsView } from "../../../../../src/feedback/report/html/comments-page.ts";
import { attributeOf, parseHtml, textOf } from "../../../../../src/site-checks/document.ts";
import { sampleComments, sampleContext, sampleReport } from "../../../../support/report-sample.ts";
import { problemsOf } from "./written-page.ts";

const HOSTILE = `</blockquote><script>alert(1)</script><a href="javascript:alert(1)">x</a> http://evil.example`;

const { site, comments: counts } = sampleReport();

function view(change: Partial<CommentsView> = {}): CommentsView {
  return {
    site,
    filter: { state: "new", words: "documenti & affitto", lang: "it" },
    counts,
    comments: sampleComments(),
    isCurrent: ({ revision }) => revision !== "0".repeat(12),
    titleOf: (page) => `Titolo di ${page}`,
    next: undefined,
    ...change,
  };
}

const parsed = async (change: Partial<CommentsView> = {}) =>
  parseHtml(await commentsPage(view(change), sampleContext()));

describe("commentsPage", () => {
  it("is valid HTML that does nothing by itself, with comments and without", async () => {
    expect(await problemsOf(await commentsPage(view(), sampleContext()))).toEqual([]);
    expect(await problemsOf(await commentsPage(view({ comments: [], filter: {} }), sampleContext()))).toEqual(
      [],
    );
  });

  it("shows a comment as text in its own language, and never as a link or a tag", async () => {
    const [post] = sampleComments(1);
    const html = await commentsPage(
      view({ comments: post ? [{ ...post, comment: HOSTILE, reason: HOSTILE, lang: "ar" }] : [] }),
      sampleContext(),
    );

    expect(await problemsOf(html)).toEqual([]);
    const quote = parseHtml(html).querySelector("blockquote");
    expect(textOf(quote)).toBe(HOSTILE);
    expect([attributeOf(quote, "lang"), attributeOf(quote, "dir")]).toEqual(["ar", "auto"]);
    expect(quote?.querySelectorAll("*")).toEqual([]);
  });

  it("says of each comment what it is about", async () => {
    const text = textOf((await parsed()).querySelector(".report-comments"));

    expect(text).toContain("Commento del 23 novembre 2026, ore 14:05");
    expect(text).toContain("Titolo di /, in italiano, sulle parole di adesso");
    expect(text).toContain("sulle parole di prima");
    expect(text).toContain("1 stella su 5. A volte le indicazioni non erano chiare");
    expect(text).toContain("Codice: 00000000-0000-4000-8000-000000000001");
    expect(text).toContain("Non si fa: Non dipende da noi: decide la Regione.");
  });

  it("offers each state but the one that a comment has, and comes back to the same place", async () => {
    const [post] = sampleComments(1);
    const page = await parsed({
      comments: post ? [post] : [],
      after: "00000000-0000-4000-8000-000000000099",
    });

    const buttons = page.querySelectorAll(".report-handling button");
    expect(buttons.map((button) => attributeOf(button, "value"))).toEqual(["in-hand", "done", undefined]);
    expect(attributeOf(page.querySelector('.report-handling input[name="back"]'), "value")).toBe(
      "state=new&words=documenti+%26+affitto&lang=it&after=00000000-0000-4000-8000-000000000099",
    );
    const declining = page.querySelector(".report-handling details form");
    expect(attributeOf(declining?.querySelector('input[name="state"]'), "value")).toBe("declined");
    expect(declining?.querySelector('input[name="reason"]')?.hasAttribute("required")).toBe(true);
  });

  it("keeps the filter in its form, in its other parts and in the export", async () => {
    const page = await parsed({ next: "00000000-0000-4000-8000-000000000007" });

    const addresses = page.querySelectorAll("main a").map((link) => attributeOf(link, "href"));
    const query = "state=new&words=documenti+%26+affitto&lang=it";
    expect(addresses).toContain(`/api/report/comments?${query}&after=00000000-0000-4000-8000-000000000007`);
    expect(addresses).toContain(`/api/report/comments.csv?${query}`);
    expect(attributeOf(page.querySelector("#words"), "value")).toBe("documenti & affitto");
  });
});

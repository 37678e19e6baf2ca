import { describe, expect, it } from "vitest";
import { suspectsPage } from "../../../../../src/feedback/report/html/suspects-page.ts";
import type { SuspectsView } from "../../../../../src/feedback/report/html/suspects-page.ts";
import { attributeOf, parseHtml, textOf } from "../../../../../src/site-checks/document.ts";
import { sampleContext, sampleReport, sampleSuspects } from "../../../../support/report-sample.ts";
import { problemsOf } from "./written-page.ts";

const HOSTILE = `</blockquote><script>alert(1)</script>`;

function view(change: Partial<SuspectsView> = {}): SuspectsView {
  return {
    site: sampleReport().site,
    filter: { reason: "flood", since: "2026-11-01" },
    counts: [{ day: "2026-11-20", reason: "flood", page: "/", posts: 8 }],
    suspects: sampleSuspects(),
    titleOf: (page) => `Titolo di ${page}`,
    ...change,
  };
}

describe("suspectsPage", () => {
  it("is valid HTML that does nothing by itself, with suspects and without", async () => {
    expect(await problemsOf(await suspectsPage(view(), sampleContext()))).toEqual([]);
    expect(
      await problemsOf(await suspectsPage(view({ suspects: [], counts: [], filter: {} }), sampleContext())),
    ).toEqual([]);
  });

  it("says why each is apart, and lets each count, with the way back", async () => {
    const page = parseHtml(await suspectsPage(view(), sampleContext()));

    const cards = page.querySelectorAll(".report-card");
    expect(cards).toHaveLength(8);
    expect(textOf(cards[0])).toContain("Era pieno un campo che le persone non vedono");
    const [form] = page.querySelectorAll('form[method="post"]');
    expect(attributeOf(form?.querySelector('input[name="id"]'), "value")).toBe(sampleSuspects()[0]?.id);
    expect(attributeOf(form?.querySelector('input[name="back"]'), "value")).toBe(
      "reason=flood&since=2026-11-01",
    );
  });

  it("shows hostile texts as texts", async () => {
    const suspects = sampleSuspects(1).map((post) => ({
      ...post,
      comment: HOSTILE,
      page: `/"><b>`,
      reason: HOSTILE,
    }));
    const page = await suspectsPage(view({ suspects, titleOf: (known) => known }), sampleContext());

    expect(await problemsOf(page)).toEqual([]);
    expect(textOf(parseHtml(page).querySelector("blockquote"))).toBe(HOSTILE);
  });

  it("says how many there are beyond those that it shows", async () => {
    const counts = [{ day: "2026-11-20", reason: "flood", page: "/", posts: 12_000 }];
    const page = parseHtml(await suspectsPage(view({ counts }), sampleContext()));

    expect(textOf(page.querySelector("#elenco"))).toBe("12.000 valutazioni sospette");
    expect(textOf(page.querySelector("main"))).toContain("Qui ci sono le 8 più recenti.");
  });
});

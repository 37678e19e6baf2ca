import { describe, expect, it } from "vitest";
import { choosePages } from "../../../../src/feedback/watch/digest.ts";
import type { ComparedPage } from "../../../../src/feedback/watch/digest.ts";
import { digestMessage } from "../../../../src/feedback/watch/messages.ts";
import { addUp } from "../../../../src/feedback/watch/ratings.ts";

/** A page by its positive ratings and all of them, in the week and before. */
function page(
  name: string,
  [positive, total]: number[],
  [positiveBefore, totalBefore]: number[],
): ComparedPage {
  return {
    name,
    week: { positive: positive ?? 0, total: total ?? 0 },
    before: { positive: positiveBefore ?? 0, total: totalBefore ?? 0 },
  };
}

function choose(...pages: ComparedPage[]): { changed: string[]; low: string[] } {
  const site = {
    week: addUp(pages.map(({ week }) => week)),
    before: addUp(pages.map(({ before }) => before)),
  };
  const { changed, low } = choosePages(pages, site);
  return { changed: changed.map(({ name }) => name), low: low.map(({ name }) => name) };
}

const usual = page("usual", [80, 100], [800, 1_000]);

describe("a digest names", () => {
  it("the pages that changed by more than chance, for better or worse, the most changed first", () => {
    expect(
      choose(
        usual,
        page("a little", [7, 10], [80, 100]),
        page("worse", [3, 12], [80, 100]),
        page("much better", [20, 20], [10, 100]),
      ).changed,
    ).toEqual(["much better", "worse"]);
  });

  it("the pages that are surely below the site, the worst first, and not those with few ratings", () => {
    expect(
      choose(
        usual,
        page("four", [0, 1], [0, 3]),
        page("low", [10, 20], [50, 100]),
        page("lowest", [2, 20], [10, 100]),
        page("perhaps", [3, 5], [4, 5]),
      ).low,
    ).toEqual(["lowest", "low"]);
  });

  it("five at most", () => {
    const many = Array.from({ length: 9 }, (_, index) => page(String(index), [0, 20], [15, 20]));
    const { changed, low } = choose(usual, ...many);
    expect([changed.length, low.length]).toEqual([5, 5]);
  });
});

it("a name of a page cannot become markup, in text or HTML", async () => {
  const evil = page('<img src=x onerror="alert(1)"> (/)', [1, 10], [90, 100]);
  const { html } = await digestMessage(
    {
      firstDay: "2026-11-23",
      lastDay: "2026-11-29",
      site: evil,
      changed: [evil],
      low: [],
      alerts: [],
      waiting: 1,
    },
    { title: "Sociale & <b>altro</b>", site: "https://x.example", report: "https://x.example/api/report" },
  );
  expect(html).not.toMatch(/<img|<b>/);
  expect(html).toContain("&lt;img");
  expect(html).toContain("Un commento aspetta.");
});

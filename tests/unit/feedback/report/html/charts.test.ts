import { describe, expect, it } from "vitest";
import { figuresOf } from "../../../../../src/feedback/report/figures.ts";
import { chartFigure } from "../../../../../src/feedback/report/html/chart.ts";
import type { Chart } from "../../../../../src/feedback/report/html/chart.ts";
import { distributionChart } from "../../../../../src/feedback/report/html/distribution-chart.ts";
import { intervalChart } from "../../../../../src/feedback/report/html/interval-chart.ts";
import { trendChart } from "../../../../../src/feedback/report/html/trend-chart.ts";
import { addDays } from "../../../../../src/shared/opening-hours.ts";
import { parseHtml, textOf } from "../../../../../src/site-checks/document.ts";
import { sampleReport } from "../../../../support/report-sample.ts";

/** Weeks across the clock’s change of October. */
const weeksOf = (counts: readonly (readonly [ratings: number, positive: number])[]) =>
  counts
    .map(([ratings, positive], index) => ({ monday: addDays("2026-10-05", 7 * index), ratings, positive }))
    .filter(({ ratings }) => ratings > 0);

const drawn = async (chart: Chart | undefined) => {
  if (!chart) throw new Error("There is no chart.");
  return String(await chartFigure(chart));
};

const titleOf = (chart: Chart | undefined) => chart?.title.replaceAll("\u00a0", " ");

describe("trendChart", () => {
  it("says that the share went up or down only where that is certain", () => {
    const up = [...Array<[number, number]>(4).fill([20, 8]), ...Array<[number, number]>(4).fill([20, 17])];
    expect(titleOf(trendChart(weeksOf(up)))).toBe(
      "La parte di 4 e 5 stelle è salita dal 40 % all’85 % in 8 settimane",
    );
    expect(titleOf(trendChart(weeksOf(up.toReversed())))).toContain("è scesa dall’85 % al 40 %");
    expect(titleOf(trendChart(weeksOf(Array<[number, number]>(8).fill([20, 12]))))).toContain(
      "non è cambiata in modo certo",
    );
    expect(
      titleOf(
        trendChart(
          weeksOf([
            [9, 1],
            [1, 1],
            [0, 0],
            [9, 9],
          ]),
        ),
      ),
    ).toContain("poche per dire se cambia");
  });

  it("is no chart of nothing", () => {
    expect(trendChart([])).toBeUndefined();
    expect(
      trendChart(
        weeksOf([
          [50, 20],
          [50, 20],
        ]),
      ),
    ).toBeUndefined();
    expect(
      trendChart(
        weeksOf([
          [3, 1],
          [3, 1],
          [3, 1],
        ]),
      ),
    ).toBeUndefined();
  });

  it("leaves a gap where nobody rated, in the drawing and in the table", async () => {
    const full = await drawn(
      trendChart(
        weeksOf([
          [9, 5],
          [9, 5],
          [9, 5],
          [9, 5],
          [9, 5],
        ]),
      ),
    );
    const gap = await drawn(
      trendChart(
        weeksOf([
          [9, 5],
          [9, 5],
          [0, 0],
          [9, 5],
          [9, 5],
        ]),
      ),
    );

    const line = (figure: string) => /mark-line[^>]*><path[^>]* d="([^"]*)"/.exec(figure)?.[1] ?? "";
    expect(line(full).match(/M/g)).toHaveLength(1);
    expect(line(gap).match(/M/g)).toHaveLength(2);
    const rows = parseHtml(gap).querySelectorAll("tbody tr");
    expect(rows).toHaveLength(5);
    expect(rows[2]?.querySelectorAll("th, td").map(textOf)).toEqual(["19 ottobre 2026", "0", "nessuna"]);
  });
});

describe("distributionChart", () => {
  it("names the most frequent rating, and two of them", () => {
    const counts = [
      { rating: 1, answer: "", posts: 3 },
      { rating: 5, answer: "", posts: 7 },
    ] as const;
    expect(titleOf(distributionChart(figuresOf(counts)))).toBe("Il voto più dato è 5 stelle: 7 volte su 10");
    const equal = figuresOf(counts.map((count) => ({ ...count, posts: 4 })));
    expect(titleOf(distributionChart(equal))).toBe(
      "I voti più dati sono 5 stelle e 1 stella: 4 volte ciascuno",
    );
  });

  it("is no chart of fewer than five ratings", () => {
    expect(distributionChart(figuresOf([{ rating: 5, answer: "", posts: 4 }]))).toBeUndefined();
  });
});

describe("intervalChart", () => {
  it("names the page to look at first, and leaves out those with few ratings", async () => {
    const { pages } = sampleReport({ pages: 12, ratings: 20 });
    const figure = await drawn(intervalChart(pages));

    const [worst] = pages.filter(({ figures }) => figures.ratings >= 5);
    const few = pages.find(({ figures }) => figures.ratings < 5);
    expect(textOf(parseHtml(figure).querySelector("figcaption"))).toContain(`«${worst?.title ?? "?"}»`);
    expect(few?.title).toBeDefined();
    expect(figure).not.toContain(few?.title);
  });

  it("shows a hostile title as text", async () => {
    const hostile = `</svg><script>alert(1)</script>"`;
    const pages = sampleReport().pages.map((page) => ({ ...page, title: hostile }));
    expect(parseHtml(await drawn(intervalChart(pages))).querySelectorAll("script")).toEqual([]);
  });

  it("needs two pages to compare", () => {
    expect(intervalChart(sampleReport({ pages: 1 }).pages)).toBeUndefined();
  });
});

describe("a drawing", () => {
  it("has a name, takes its colour and width from the page, and styles nothing by itself", async () => {
    const { weeks, figures, pages } = sampleReport();
    for (const chart of [trendChart(weeks), distributionChart(figures), intervalChart(pages)]) {
      const figure = await drawn(chart);
      const svg = /<svg[^]*<\/svg>/.exec(figure)?.[0] ?? "";

      expect(svg).toMatch(/^<svg viewBox="0 0 \d+ \d+" role="img" aria-labelledby="grafico-\w+">/);
      expect(figure).toContain(`<figcaption id="${chart?.id ?? "?"}">`);
      expect(svg).not.toMatch(/\sstyle=|<style|\sid=/);
      const colours = Array.from(svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g), ([, colour]) => colour);
      expect(
        [...new Set(colours)].filter((colour) => !["none", "transparent"].includes(colour ?? "")),
      ).toEqual(["currentColor"]);
    }
  });
});

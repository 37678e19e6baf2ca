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

const drawn = async (chart: Chart | undefined) => {
  if (!chart) throw new Error("There is no chart.");
  return String(await chartFigure(chart));
};

const titleOf = (chart: Chart | undefined) => chart?.title.replaceAll("\u00a0", " ");

describe("trendChart", () => {
  it("leaves a gap where nobody rated, in the drawing and in the table", async () => {
    const weeks = Array.from({ length: 5 }, (_, index) => ({
      monday: addDays("2026-10-05", 7 * index),
      ratings: 9,
      positive: 5,
    }));
    const full = await drawn(trendChart(weeks));
    const gap = await drawn(trendChart(weeks.toSpliced(2, 1)));

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

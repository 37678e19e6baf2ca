import type { PageReport } from "../report.ts";
import { CHART_WIDTH } from "./chart.ts";
import type { Chart } from "./chart.ts";
import { integer, percent, percentWith, quantity } from "./italian.ts";
import { dataTable, foldedIfLong } from "./table.ts";
import { isEnough, rangeText } from "./words.ts";

/** How many pages the chart has: those that do worst. */
const MAX_PAGES = 10;

/** Where a title is cut. The library thinks that letters are half as wide again as they are. */
const TITLE_LIMIT = 1.5 * CHART_WIDTH;

/**
 * The share of high ratings of each page, with the interval in which it lies.
 * @param pages the worst first
 * @returns undefined if there are not two pages to compare
 */
export function intervalChart(pages: readonly PageReport[]): Chart | undefined {
  const known = pages.flatMap(({ title, figures }) =>
    figures.share !== null && isEnough(figures)
      ? [{ title, ratings: figures.ratings, ...figures.share }]
      : [],
  );
  const shown = known.slice(0, MAX_PAGES);
  const [worst] = shown;
  if (worst === undefined || shown.length < 2) return undefined;
  return {
    id: "grafico-pagine",
    title:
      `La pagina da guardare per prima è «${worst.title}»: ` +
      `le dà 4 o 5 stelle al massimo ${percentWith("il", worst.high)} di chi la valuta`,
    legend:
      "Il punto è la parte di 4 e 5 stelle, la riga dice fra quali valori sta quella vera. Una riga lunga vuol dire " +
      "poche valutazioni." +
      (known.length > shown.length
        ? ` Qui ci sono le ${quantity(shown.length, "pagina", "pagine")} che vanno peggio.`
        : ""),
    spec: specOf(shown),
    table: foldedIfLong(
      shown.length,
      dataTable(
        "La parte di 4 e 5 stelle di ogni pagina",
        [
          { header: "Pagina" },
          { header: "Valutazioni", isNumber: true },
          { header: "4 e 5 stelle", isNumber: true },
        ],
        shown.map(({ title, ratings, value, low, high }) => [
          title,
          integer(ratings),
          `${percent(value)}, ${rangeText({ low, high })}`,
        ]),
      ),
    ),
  };
}

/** Titles stand above their lines, because beside them there is no room on a telephone. */
function specOf(
  pages: readonly { title: string; value: number; low: number; high: number }[],
): Chart["spec"] {
  const values = pages.map((page, index) => ({ ...page, index }));
  return {
    // The library would make room for titles that it thinks too long.
    autosize: "none",
    padding: { left: 5, right: 15, top: 5, bottom: 25 },
    width: CHART_WIDTH - 20,
    height: { step: 46 },
    data: { values },
    encoding: { y: { field: "index", type: "ordinal", axis: null } },
    layer: [
      {
        mark: { type: "text", align: "left", dy: -8, limit: TITLE_LIMIT },
        encoding: { x: { value: 0 }, text: { field: "title" } },
      },
      {
        mark: { type: "rule", strokeWidth: 2, yOffset: 10 },
        encoding: {
          x: {
            field: "low",
            type: "quantitative",
            scale: { domain: [0, 1] },
            title: null,
            axis: {
              values: [0, 0.5, 1],
              labelFlush: true,
              labelExpr: "datum.value * 100 + '\u00a0%'",
            },
          },
          x2: { field: "high" },
        },
      },
      {
        mark: { type: "point", filled: true, opacity: 1, size: 80, yOffset: 10 },
        encoding: { x: { field: "value", type: "quantitative" } },
      },
    ],
  };
}

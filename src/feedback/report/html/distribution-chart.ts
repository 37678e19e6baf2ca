import { RATINGS } from "../../../shared/feedback-contract.ts";
import type { Figures } from "../figures.ts";
import { CHART_WIDTH } from "./chart.ts";
import type { Chart } from "./chart.ts";
import { integer, percent } from "./italian.ts";
import { dataTable } from "./table.ts";
import { isEnough } from "./words.ts";

/**
 * How many ratings there are of each number of stars.
 * @returns undefined if they are too few for a chart
 */
export function distributionChart(figures: Figures): Chart | undefined {
  if (!isEnough(figures)) return undefined;
  const { ratings, distribution } = figures;
  const rows = RATINGS.map((rating) => ({ stars: starsText(rating), count: distribution[rating - 1] ?? 0 }))
    .reverse()
    .map((row) => ({ ...row, label: integer(row.count) }));
  const most = Math.max(...distribution);
  const [first, ...others] = rows.filter(({ count }) => count === most);
  const title =
    others.length === 0
      ? `Il voto più dato è ${first?.stars ?? ""}: ${integer(most)} volte su ${integer(ratings)}`
      : `I voti più dati sono ${rows
          .filter(({ count }) => count === most)
          .map(({ stars }) => stars)
          .join(" e ")}: ${integer(most)} volte ciascuno`;
  return {
    id: "grafico-voti",
    title,
    legend: "Una barra per ogni voto: il numero dice quante volte è stato dato.",
    spec: {
      width: CHART_WIDTH - 120,
      height: { step: 28 },
      data: { values: rows },
      encoding: { y: { field: "stars", type: "ordinal", sort: null, title: null, axis: { ticks: false } } },
      layer: [
        {
          mark: { type: "bar", height: 18 },
          encoding: { x: { field: "count", type: "quantitative", axis: null } },
        },
        {
          mark: { type: "text", align: "left", dx: 6 },
          encoding: { x: { field: "count", type: "quantitative" }, text: { field: "label" } },
        },
      ],
    },
    table: dataTable(
      "Quante volte è stato dato ogni voto",
      [{ header: "Voto" }, { header: "Volte", isNumber: true }, { header: "Parte", isNumber: true }],
      rows.map(({ stars, count, label }) => [stars, label, percent(count / ratings)]),
    ),
  };
}

function starsText(rating: number): string {
  return rating === 1 ? "1 stella" : `${rating} stelle`;
}

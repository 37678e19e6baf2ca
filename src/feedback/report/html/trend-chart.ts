import { wilsonInterval } from "../../../shared/wilson.ts";
import { CHART_WIDTH } from "./chart.ts";
import type { Chart } from "./chart.ts";
import { dayText, integer, percent } from "./italian.ts";
import { dataTable, foldedIfLong } from "./table.ts";
import { trendOf } from "./trend.ts";
import type { Week } from "./trend.ts";
import { rangeText } from "./words.ts";

/** The width of the scale, without its labels. */
const WIDTH = CHART_WIDTH - 60;

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2026, month)).toLocaleDateString("it", { month: "short", timeZone: "UTC" }),
);

/**
 * The share of high ratings over time, and how many ratings there were.
 * @param rated the weeks with ratings, the oldest first
 * @returns undefined if they are too few for a chart
 */
export function trendChart(rated: readonly Week[]): Chart | undefined {
  const trend = trendOf(rated);
  if (trend === undefined) return undefined;
  const { weeksOfSpan, spans, text } = trend;
  const every = weeksOfSpan === 1 ? "ogni settimana" : `ogni ${weeksOfSpan} settimane`;
  return {
    id: "grafico-andamento",
    title: text,
    legend:
      `Un punto ${every}: la parte di 4 e 5 stelle. La riga che lo attraversa dice fra quali valori sta quella ` +
      "vera. Le barre in basso dicono quante sono le valutazioni.",
    spec: specOf(spans),
    table: foldedIfLong(
      spans.length,
      dataTable(
        `Le valutazioni ${every}`,
        [
          { header: "Dal" },
          { header: "Valutazioni", isNumber: true },
          { header: "4 e 5 stelle", isNumber: true },
        ],
        spans.map(({ monday, ratings, positive }) => [
          dayText(monday),
          integer(ratings),
          ratings === 0
            ? "nessuna"
            : `${percent(positive / ratings)}, ${rangeText(wilsonInterval(positive, ratings))}`,
        ]),
      ),
    ),
  };
}

function specOf(spans: readonly Week[]): Chart["spec"] {
  const values = spans.map(({ monday, ratings, positive }) => {
    const { low, high } = wilsonInterval(positive, ratings);
    const time = Date.parse(monday);
    return ratings === 0
      ? { time, ratings, share: null, low: null, high: null }
      : { time, ratings, share: positive / ratings, low, high };
  });
  const times = values.map(({ time }) => time);
  const x = {
    field: "time",
    type: "temporal",
    scale: { type: "utc", padding: 6 },
    title: null,
  } as const;
  const shown = [times[0], times[Math.floor(times.length / 2)], times.at(-1)].filter(
    (time) => time !== undefined,
  );
  return {
    data: { values },
    spacing: 8,
    vconcat: [
      {
        width: WIDTH,
        height: 160,
        encoding: { x: { ...x, axis: null } },
        layer: [
          {
            mark: { type: "rule", opacity: 0.5, strokeWidth: 2 },
            encoding: {
              y: {
                field: "low",
                type: "quantitative",
                scale: { domain: [0, 1] },
                title: null,
                axis: { values: [0, 0.5, 1], labelExpr: "datum.value * 100 + '\u00a0%'" },
              },
              y2: { field: "high" },
            },
          },
          {
            mark: { type: "line", strokeWidth: 1 },
            encoding: { y: { field: "share", type: "quantitative" } },
          },
          {
            mark: { type: "point", filled: true, opacity: 1, size: 40 },
            encoding: { y: { field: "share", type: "quantitative" } },
          },
        ],
      },
      {
        width: WIDTH,
        height: 50,
        mark: { type: "bar", width: Math.min(20, Math.floor((0.7 * WIDTH) / spans.length)) },
        encoding: {
          x: {
            ...x,
            axis: {
              grid: false,
              values: shown,
              labelFlush: true,
              labelExpr: `utcdate(datum.value) + ' ' + ${JSON.stringify(MONTHS)}[utcmonth(datum.value)]`,
            },
          },
          y: {
            field: "ratings",
            type: "quantitative",
            title: null,
            axis: { tickCount: 2, format: "d" },
          },
        },
      },
    ],
  };
}

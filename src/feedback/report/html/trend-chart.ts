import { addDays } from "../../../shared/opening-hours.ts";
import { wilsonInterval } from "../../../shared/wilson.ts";
import type { Report } from "../report.ts";
import { CHART_WIDTH } from "./chart.ts";
import type { Chart } from "./chart.ts";
import { dayText, integer, percent, percentWith } from "./italian.ts";
import { dataTable, foldedIfLong } from "./table.ts";
import { rangeText } from "./words.ts";

type Week = Report["weeks"][number];

/** A trend of fewer weeks with ratings, or of fewer ratings, is none. */
const MIN_WEEKS = 3;
const MIN_RATINGS = 10;

/** The width of the scale, without its labels. */
const WIDTH = CHART_WIDTH - 60;

const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2026, month)).toLocaleDateString("it", { month: "short", timeZone: "UTC" }),
);

/**
 * The share of high ratings week by week, and how many ratings there were.
 * @returns undefined if they are too few for a chart
 */
export function trendChart(rated: readonly Week[]): Chart | undefined {
  const total = sumOf(rated).ratings;
  if (rated.length < MIN_WEEKS || total < MIN_RATINGS) return undefined;
  const weeks = withoutGaps(rated);
  return {
    id: "grafico-andamento",
    title: trendText(weeks),
    legend:
      "Un punto per ogni settimana con valutazioni: la parte di 4 e 5 stelle. La riga che lo attraversa dice " +
      "fra quali valori sta quella vera. Le barre in basso dicono quante sono le valutazioni.",
    spec: specOf(weeks),
    table: foldedIfLong(
      weeks.length,
      dataTable(
        "Valutazioni per settimana",
        [
          { header: "Settimana dal" },
          { header: "Valutazioni", isNumber: true },
          { header: "4 e 5 stelle", isNumber: true },
        ],
        weeks.map(({ monday, ratings, positive }) => [
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

/** All weeks from the first to the last, with those in which nobody rated. */
function withoutGaps(rated: readonly Week[]): Week[] {
  const known = new Map(rated.map((week) => [week.monday, week]));
  const last = rated.at(-1)?.monday ?? "";
  const weeks: Week[] = [];
  for (let monday = rated[0]?.monday ?? ""; monday <= last; monday = addDays(monday, 7))
    weeks.push(known.get(monday) ?? { monday, ratings: 0, positive: 0 });
  return weeks;
}

/** Compares the halves of the weeks. It names a change only where the intervals are apart. */
function trendText(weeks: readonly Week[]): string {
  const middle = Math.floor(weeks.length / 2);
  const [before, after] = [weeks.slice(0, middle), weeks.slice(middle)].map(sumOf) as [Sum, Sum];
  const subject = "La parte di 4 e 5 stelle";
  const [from, to] = [before, after].map(({ ratings, positive }) =>
    ratings === 0 ? 0 : positive / ratings,
  ) as [number, number];
  if (before.ratings < MIN_RATINGS || after.ratings < MIN_RATINGS)
    return `${subject} in ${weeks.length} settimane: le valutazioni sono poche per dire se cambia`;
  const old = wilsonInterval(before.positive, before.ratings);
  const now = wilsonInterval(after.positive, after.ratings);
  const numbers = `${percentWith("dal", from)} ${percentWith("al", to)} in ${weeks.length} settimane`;
  if (now.low > old.high) return `${subject} è salita ${numbers}`;
  if (now.high < old.low) return `${subject} è scesa ${numbers}`;
  return `${subject} non è cambiata in modo certo: ${numbers}`;
}

interface Sum {
  ratings: number;
  positive: number;
}

function sumOf(weeks: readonly Week[]): Sum {
  return {
    ratings: weeks.reduce((sum, { ratings }) => sum + ratings, 0),
    positive: weeks.reduce((sum, { positive }) => sum + positive, 0),
  };
}

function specOf(weeks: readonly Week[]): Chart["spec"] {
  const values = weeks.map(({ monday, ratings, positive }) => {
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
        mark: { type: "bar", width: Math.min(20, Math.floor((0.7 * WIDTH) / weeks.length)) },
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

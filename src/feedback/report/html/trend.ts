import { addDays } from "../../../shared/opening-hours.ts";
import { wilsonInterval } from "../../../shared/wilson.ts";
import type { Report } from "../report.ts";
import { percentWith } from "./italian.ts";
import { FEW } from "./words.ts";

/** Ratings of some weeks, which begin with a Monday. */
export type Week = Report["weeks"][number];

/** Ratings in spans of equally many weeks, the oldest first. Nobody may have rated in one. */
export interface Trend {
  /** How many weeks a span has. The first one may have fewer. */
  weeksOfSpan: number;
  spans: Week[];
  /** What the trend says, as a sentence. */
  text: string;
}

/** A trend of fewer spans is none. */
const MIN_SPANS = 3;

/** Shares of fewer ratings are not compared. */
const MIN_COMPARED = 10;

/** A week, a fortnight, and about a month and a quarter. */
const WEEKS_OF_SPANS = [1, 2, 4, 13];

/**
 * Finds the shortest spans of time in which there are enough ratings, because weeks with one or two
 * of them only show chance.
 * @param rated the weeks with ratings, the oldest first
 * @returns undefined if there are too few ratings for a trend
 */
export function trendOf(rated: readonly Week[]): Trend | undefined {
  const weeks = withoutGaps(rated);
  const { ratings } = sumOf(weeks);
  const weeksOfSpan = WEEKS_OF_SPANS.find((length) => ratings >= FEW * Math.ceil(weeks.length / length));
  if (weeksOfSpan === undefined) return undefined;
  const spans = inSpans(weeks, weeksOfSpan);
  return spans.length < MIN_SPANS ? undefined : { weeksOfSpan, spans, text: trendText(weeks) };
}

/** All weeks from the first to the last, with those in which nobody rated. */
function withoutGaps(rated: readonly Week[]): Week[] {
  const known = new Map(rated.map((week) => [week.monday, week]));
  const last = rated.at(-1)?.monday ?? "";
  const weeks: Week[] = [];
  for (let monday = rated[0]?.monday ?? ""; monday !== "" && monday <= last; monday = addDays(monday, 7))
    weeks.push(known.get(monday) ?? { monday, ratings: 0, positive: 0 });
  return weeks;
}

/** Puts weeks together. The last span is a whole one, because the newest matters most. */
function inSpans(weeks: readonly Week[], length: number): Week[] {
  const spans: Week[] = [];
  for (let end = weeks.length; end > 0; end -= length) {
    const span = weeks.slice(Math.max(0, end - length), end);
    spans.unshift({ monday: span[0]?.monday ?? "", ...sumOf(span) });
  }
  return spans;
}

/** Compares the halves of the weeks. It names a change only where the intervals are apart. */
function trendText(weeks: readonly Week[]): string {
  const middle = Math.floor(weeks.length / 2);
  const before = sumOf(weeks.slice(0, middle));
  const after = sumOf(weeks.slice(middle));
  const subject = "La parte di 4 e 5 stelle";
  if (before.ratings < MIN_COMPARED || after.ratings < MIN_COMPARED)
    return `${subject} in ${weeks.length} settimane: le valutazioni sono poche per dire se cambia`;
  const old = wilsonInterval(before.positive, before.ratings);
  const now = wilsonInterval(after.positive, after.ratings);
  const from = percentWith("dal", before.positive / before.ratings);
  const to = percentWith("al", after.positive / after.ratings);
  const numbers = `${from} ${to} in ${weeks.length} settimane`;
  if (now.low > old.high) return `${subject} è salita ${numbers}`;
  if (now.high < old.low) return `${subject} è scesa ${numbers}`;
  return `${subject} non è cambiata in modo certo: ${numbers}`;
}

function sumOf(weeks: readonly Week[]): Omit<Week, "monday"> {
  return {
    ratings: weeks.reduce((sum, { ratings }) => sum + ratings, 0),
    positive: weeks.reduce((sum, { positive }) => sum + positive, 0),
  };
}

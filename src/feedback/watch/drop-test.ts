import { wilsonInterval } from "../../shared/wilson.ts";
import { addUp } from "./ratings.ts";
import type { Ratings } from "./ratings.ts";

/** The weeks in which a drop is looked for. A drop that began earlier has become the usual. */
export const WATCHED_WEEKS = 8;

/** The weeks before those, which say what is usual for the page. */
export const BASELINE_WEEKS = 52;

/** With fewer ratings than these, nobody knows what is usual. */
const MIN_BASELINE = 30;

/** What a drop may leave of the usual share. A smaller loss than the last is no alarm. */
const LEFT = [0.25, 0.5, 0.75];

/** How much evidence is an alarm: see {@link findDrop}. */
const THRESHOLD = 8_000;

/**
 * Tells a real drop of a page's share of 4 and 5 from chance, however few ratings a week has. It is
 * made to be asked every week, which a usual test is not: asked often enough, that one finds a drop
 * in anything.
 *
 * For each week in which a drop may have begun, the ratings since then are taken twice: as likely
 * as they are if the share is what it was, and as likely as they are after a drop, averaged over
 * three drops. The quotients are added up over all these weeks, which makes the e-detector of
 * Shiryaev and Roberts. If nothing has changed, each quotient is 1 on average, whatever the number
 * of ratings, and the sum is 8 at most. By Markov's inequality the sum reaches 8,000 in one of a
 * thousand weeks at most. What the share was is not known but estimated, so its lower bound stands
 * for it: a page that is no worse than that only makes the quotients smaller. How rare false alarms
 * are with the estimate, and how soon a drop is found, is simulated in the test.
 * @param baseline the {@link BASELINE_WEEKS} before the watched ones, added up
 * @param weeks the watched weeks, the oldest first
 * @returns the week in which the drop most likely began, as its place in `weeks`; undefined without
 * a drop
 * @see Shin, Ramdas, Rinaldo, "E-detectors: a nonparametric framework for sequential change
 * detection", New England Journal of Statistics in Data Science 2(2), 2024,
 * https://arxiv.org/abs/2203.03532
 */
export function findDrop(baseline: Ratings, weeks: readonly Ratings[]): number | undefined {
  const { low: usual } = wilsonInterval(baseline.positive, baseline.total);
  if (baseline.total < MIN_BASELINE || usual <= 0) return undefined;
  const evidence = weeks.map((_week, start) => {
    const { positive, total } = addUp(weeks.slice(start));
    const negative = total - positive;
    const quotients = LEFT.map((left) => {
      const share = usual * left;
      return Math.exp(positive * Math.log(share / usual) + negative * Math.log((1 - share) / (1 - usual)));
    });
    return sum(quotients) / LEFT.length;
  });
  if (sum(evidence) < THRESHOLD) return undefined;
  return evidence.indexOf(Math.max(...evidence));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

import { describe, expect, it } from "vitest";
import { BASELINE_WEEKS, findDrop, WATCHED_WEEKS } from "../../../../src/feedback/watch/drop-test.ts";
import { addUp } from "../../../../src/feedback/watch/ratings.ts";
import type { Ratings } from "../../../../src/feedback/watch/ratings.ts";
import { createRandom } from "../../../faults/random.ts";
import type { Random } from "../../../faults/random.ts";

const HOURS = 7 * 24;

/** A week in which each hour may bring one rating. */
function week(random: Random, perWeek: number, share: number): Ratings {
  const ratings = { positive: 0, total: 0 };
  for (let hour = 0; hour < HOURS; hour += 1) {
    if (!random.chance(perWeek / HOURS)) continue;
    ratings.total += 1;
    if (random.chance(share)) ratings.positive += 1;
  }
  return ratings;
}

/** Asks as production does, after the last week of a page's history. */
function alarmAfter(history: readonly Ratings[]): boolean {
  const recent = history.slice(-WATCHED_WEEKS);
  return (
    findDrop(addUp(history.slice(-WATCHED_WEEKS - BASELINE_WEEKS, -WATCHED_WEEKS)), recent) !== undefined
  );
}

const RATES = [0.7, 2, 10, 50, 150];
const SHARES = [0.2, 0.5, 0.8, 0.95];
const PAGES = 6;
const YEARS = 4;

it("an unchanged page is called worse in fewer than one of 1,000 weeks, from its first rating on", () => {
  const random = createRandom(13);
  let pageWeeks = 0;
  let alarms = 0;
  for (const perWeek of RATES)
    for (const share of SHARES)
      for (let page = 0; page < PAGES; page += 1) {
        const history: Ratings[] = [];
        for (let weeks = 0; weeks < YEARS * 52; weeks += 1) {
          history.push(week(random, perWeek, share));
          if (history.length <= WATCHED_WEEKS) continue;
          pageWeeks += 1;
          if (alarmAfter(history)) alarms += 1;
        }
      }
  expect(pageWeeks).toBeGreaterThan(20_000);
  expect(alarms / pageWeeks).toBeLessThan(1 / 1_000);
});

it.each([30, 60, 200])("nor is one whose usual is known from %i ratings only", (known) => {
  const random = createRandom(known);
  const pages = 10_000;
  let alarms = 0;
  for (let page = 0; page < pages; page += 1) {
    const share = random.pick([0.5, 0.8, 0.95]);
    let positive = 0;
    for (let rating = 0; rating < known; rating += 1) if (random.chance(share)) positive += 1;
    const weeks = Array.from({ length: WATCHED_WEEKS }, () => week(random, 15, share));
    if (findDrop({ positive, total: known }, weeks) !== undefined) alarms += 1;
  }
  expect(alarms / pages).toBeLessThan(1 / 1_000);
});

describe("a drop from 80 % to 40 % with ten ratings a week", () => {
  it("is found within a few weeks", () => {
    const random = createRandom(1);
    const found = Array.from({ length: 1_000 }, () => {
      const history = Array.from({ length: 60 }, () => week(random, 10, 0.8));
      for (let weeks = 1; weeks <= WATCHED_WEEKS; weeks += 1) {
        history.push(week(random, 10, 0.4));
        if (alarmAfter(history)) return weeks;
      }
      return Infinity;
    }).sort((one, other) => one - other);
    expect(found[500]).toBeLessThanOrEqual(4);
    expect(found[950]).toBeLessThanOrEqual(7);
  });
});

it("a page whose share was never above 0, or is not known, cannot drop", () => {
  const nothing = Array.from({ length: WATCHED_WEEKS }, () => ({ positive: 0, total: 50 }));
  expect(findDrop({ positive: 0, total: 500 }, nothing)).toBeUndefined();
  expect(findDrop({ positive: 29, total: 29 }, nothing)).toBeUndefined();
  expect(findDrop({ positive: 30, total: 30 }, nothing)).toBe(0);
});

it("a drop is said to have begun in the week that is most likely", () => {
  const usual = { positive: 8, total: 10 };
  const bad = { positive: 2, total: 10 };
  expect(findDrop({ positive: 400, total: 500 }, [usual, usual, usual, usual, usual, bad, bad, bad])).toBe(5);
});

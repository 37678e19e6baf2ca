import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createVoteLimits } from "../../../../src/feedback/limits/vote-limits.ts";
import type { Verdict } from "../../../../src/feedback/limits/vote-limits.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SETTINGS = { senderVotes: 60, equalTexts: 3 };
const TEXT = "Un testo di una certa lunghezza";

let clock: number;
let judge: ReturnType<typeof createVoteLimits>;
beforeEach(() => {
  clock = 7;
  judge = createVoteLimits(SETTINGS, () => clock);
});

/** Places a vote that is then stored as the limits say. */
function vote({ sender = "a", page = "/", comment = null as string | null } = {}): Verdict["suspicion"] {
  const { suspicion, settle } = judge({ sender, page, comment });
  settle({ vote: suspicion === undefined, text: suspicion === undefined });
  return suspicion;
}

const votes = (total: number, of: (index: number) => Parameters<typeof vote>[0] = () => ({})) =>
  Array.from({ length: total }, (_, index) => vote(of(index)));
const countOf = (suspicions: Verdict["suspicion"][]) =>
  suspicions.filter((suspicion) => suspicion === undefined).length;

describe("the votes of one sender on one page", () => {
  it("count up to the limit, and those of other senders and on other pages go on", () => {
    const all = votes(203);
    expect(countOf(all)).toBe(60);
    expect(new Set(all.slice(60))).toEqual(new Set(["flood"]));
    expect(countOf(votes(15, (index) => ({ sender: `other ${index}` })))).toBe(15);
    expect(vote({ page: "/servizi/" })).toBeUndefined();
  });

  it("are 60 in any 24 hours, wherever these begin", () => {
    // One every half hour for three days: a place is free again as often as one is taken.
    for (let time = 0; time < 3 * DAY; time += HOUR / 2) {
      expect(vote()).toBeUndefined();
      clock += HOUR / 2;
    }
    expect(countOf(votes(100))).toBe(60 - 47);
    clock += HOUR / 2 - 1;
    expect(countOf(votes(10))).toBe(0);
    clock += 1;
    expect(countOf(votes(10))).toBe(1);
  });

  it("are all taken at once before any is stored, and a place is free again that none needed", () => {
    const verdicts = Array.from({ length: 70 }, () => judge({ sender: "a", page: "/", comment: null }));
    expect(countOf(verdicts.map(({ suspicion }) => suspicion))).toBe(60);
    // 40 second steps, ten that could not be stored, ten votes that count.
    for (const [index, { settle }] of verdicts.entries()) settle({ vote: index >= 50, text: false });
    expect(countOf(votes(100))).toBe(50);
  });
});

describe("an equal text", () => {
  it("counts a few times an hour, whatever the page and sender", () => {
    const pages = votes(60, (index) => ({ page: `/${index}/`, comment: TEXT }));
    expect([countOf(pages), new Set(pages.slice(3))]).toEqual([3, new Set(["repeated"])]);
    expect(vote({ sender: "b", comment: TEXT })).toBe("repeated");
    clock += HOUR - 1;
    expect(vote({ comment: TEXT })).toBe("repeated");
    clock += 1;
    expect(countOf(votes(7, (index) => ({ sender: `s ${index}`, comment: TEXT })))).toBe(3);
  });

  it("takes no vote of its sender when it goes apart, and gives its place back when its vote does", () => {
    votes(100, () => ({ comment: TEXT }));
    expect(countOf(votes(100))).toBe(57);
    const other = `${TEXT}, un altro`;
    expect(votes(5, () => ({ comment: other }))).toEqual(Array.from({ length: 5 }, () => "flood"));
    expect(countOf(votes(7, (index) => ({ sender: `s ${index}`, comment: other })))).toBe(3);
  });

  it("may be as frequent as it likes when it is short, as «Tutto chiaro» is", () => {
    expect(countOf(votes(50, () => ({ comment: "Tutto chiaro" })))).toBe(50);
  });

  it("is given the number that the database may know, and none when it is not looked at", () => {
    const maxOf = (comment: string | null) => judge({ sender: "a", page: "/", comment }).maxEqual;
    expect([maxOf(TEXT), maxOf("Tutto chiaro"), maxOf(null)]).toEqual([3, Infinity, Infinity]);
  });
});

it("distinct senders with distinct texts all count, however many", () => {
  const of = (index: number) => ({ sender: `s ${index}`, comment: `${TEXT} ${index}` });
  expect(countOf(votes(5_000, of))).toBe(5_000);
});

it("forty people behind one address all count, with two posts each", () => {
  for (let person = 0; person < 40; person += 1) {
    expect(vote()).toBeUndefined();
    const second = judge({ sender: "a", page: "/", comment: `${TEXT} ${person}` });
    expect(second.suspicion).toBeUndefined();
    second.settle({ vote: false, text: true });
    clock += 15_000;
  }
});

it("nothing is limited when the limits are off", () => {
  judge = createVoteLimits({ senderVotes: 0, equalTexts: 0 }, () => clock);
  expect(countOf(votes(1_000, () => ({ comment: TEXT })))).toBe(1_000);
  expect(judge({ sender: "a", page: "/", comment: TEXT }).maxEqual).toBe(Infinity);
});

describe("the time of day", () => {
  beforeEach(() => {
    vi.useFakeTimers({
      toFake: ["Date", "performance", "setTimeout"],
      now: Date.UTC(2026, 10, 23, 23, 59, 59, 999),
    });
    judge = createVoteLimits(SETTINGS);
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ["goes past midnight", Date.UTC(2026, 10, 24)],
    ["is set back by a year", Date.UTC(2025, 10, 23)],
    ["is set forward by a year", Date.UTC(2027, 10, 23)],
  ])("neither frees nor stops anything when it %s", (_what, time) => {
    votes(60);
    votes(3, () => ({ sender: "b", comment: TEXT }));
    vi.setSystemTime(time);
    expect(vote()).toBe("flood");
    expect(vote({ sender: "c", comment: TEXT })).toBe("repeated");
    expect(vote({ sender: "c" })).toBeUndefined();
    vi.advanceTimersByTime(DAY);
    expect(vote()).toBeUndefined();
    expect(vote({ sender: "c", comment: TEXT })).toBeUndefined();
  });
});

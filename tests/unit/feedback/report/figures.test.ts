import { describe, expect, it } from "vitest";
import { figuresOf } from "../../../../src/feedback/report/figures.ts";

describe("the figures of some ratings", () => {
  it("are their number, the share of 4 and 5 with its interval, stars and answers", () => {
    const figures = figuresOf([
      { rating: 5, answer: "clear", posts: 5 },
      { rating: 4, answer: "", posts: 2 },
      { rating: 1, answer: "technical-problems", posts: 2 },
      { rating: 1, answer: "unclear", posts: 1 },
    ]);
    expect(figures).toMatchObject({
      ratings: 10,
      positive: 7,
      distribution: [3, 0, 0, 2, 5],
      answers: { clear: 5, "technical-problems": 2, unclear: 1 },
    });
    expect(figures.share?.value).toBe(0.7);
    expect(figures.share?.low).toBeCloseTo(0.3968, 4);
    expect(figures.share?.high).toBeCloseTo(0.8922, 4);
  });

  it("have a mean from thirty ratings on, and not before", () => {
    expect(figuresOf([{ rating: 4, answer: "", posts: 29 }]).mean).toBeNull();
    expect(
      figuresOf([
        { rating: 4, answer: "", posts: 29 },
        { rating: 1, answer: "", posts: 1 },
      ]).mean,
    ).toBeCloseTo(3.9, 9);
  });

  it("say nothing of a share that nobody gave", () => {
    expect(figuresOf([])).toEqual({
      ratings: 0,
      positive: 0,
      share: null,
      mean: null,
      distribution: [0, 0, 0, 0, 0],
      answers: {},
    });
  });
});

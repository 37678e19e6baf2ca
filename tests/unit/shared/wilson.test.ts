import { describe, expect, it } from "vitest";
import { wilsonInterval } from "../../../src/shared/wilson.ts";

describe("wilsonInterval", () => {
  it.each([
    [0, 1, 0, 0.7935],
    [5, 5, 0.5655, 1],
    [7, 10, 0.3968, 0.8922],
    [20, 30, 0.4878, 0.8077],
    [450, 500, 0.8706, 0.9233],
  ])("gives the published bounds of %i in %i", (successes, total, low, high) => {
    const interval = wilsonInterval(successes, total);

    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it("knows nothing of a share that nobody has given", () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it("is the same from both sides", () => {
    const clear = wilsonInterval(3, 11);
    const unclear = wilsonInterval(8, 11);

    expect(clear.low).toBeCloseTo(1 - unclear.high, 12);
    expect(clear.high).toBeCloseTo(1 - unclear.low, 12);
  });
});

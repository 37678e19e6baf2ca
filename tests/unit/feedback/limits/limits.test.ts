import { describe, expect, it } from "vitest";
import { readLimits } from "../../../../src/feedback/limits/limits.ts";

describe("the limits", () => {
  it("are the standard ones when nothing is set", () => {
    const standard = { requestSeconds: 10, rate: { burst: 120, perMinute: 12 }, floodPosts: 200 };
    expect(readLimits({})).toEqual(standard);
    expect(readLimits({ FEEDBACK_RATE_BURST: "" })).toEqual(standard);
  });

  it("are what the environment says", () => {
    expect(
      readLimits({
        REQUEST_SECONDS: "1",
        FEEDBACK_RATE_BURST: "10000",
        FEEDBACK_RATE_PER_MINUTE: "1000",
        FEEDBACK_FLOOD_POSTS: "0",
      }),
    ).toEqual({ requestSeconds: 1, rate: { burst: 10_000, perMinute: 1_000 }, floodPosts: 0 });
  });

  it("are shared out among several processes: twice the limit at most, and 80 posts through each", () => {
    for (const processes of [1, 2, 3, 4, 8, 16]) {
      const least = Math.max(80, 40 * processes);
      for (const limit of [undefined, least, 1_000]) {
        const set = limit === undefined ? undefined : String(limit);
        const { rate, floodPosts } = readLimits({
          FEEDBACK_PROCESSES: String(processes),
          FEEDBACK_RATE_BURST: set,
          FEEDBACK_FLOOD_POSTS: set,
        });
        const whole = { burst: limit ?? Math.max(120, least), flood: limit ?? Math.max(200, least) };
        for (const [share, total] of [
          [rate.burst, whole.burst],
          [floodPosts, whole.flood],
        ] as const) {
          expect(share).toBeGreaterThanOrEqual(80);
          expect(share).toBeLessThanOrEqual(total);
          expect(share * processes).toBeLessThanOrEqual(2 * total);
          expect(share * processes).toBeGreaterThanOrEqual(total);
        }
        expect(rate.perMinute * processes).toBeLessThanOrEqual(24);
      }
    }
  });

  it("stay off in each process when they are off", () => {
    const { rate, floodPosts } = readLimits({
      FEEDBACK_PROCESSES: "3",
      FEEDBACK_RATE_BURST: "0",
      FEEDBACK_FLOOD_POSTS: "0",
    });
    expect([rate.burst, floodPosts]).toEqual([0, 0]);
  });

  it("cannot be so low that a process would stop an honest crowd", () => {
    const few = { FEEDBACK_PROCESSES: "4", FEEDBACK_RATE_BURST: "120" };
    expect(() => readLimits(few)).toThrow(/^FEEDBACK_RATE_BURST is "120": .* from 160 to/);
  });

  it.each([
    ["FEEDBACK_PROCESSES", "0"],
    ["FEEDBACK_PROCESSES", "17"],
    ["REQUEST_SECONDS", "0"],
    ["REQUEST_SECONDS", "61"],
    ["FEEDBACK_RATE_BURST", "79"],
    ["FEEDBACK_RATE_BURST", "10001"],
    ["FEEDBACK_RATE_BURST", "many"],
    ["FEEDBACK_RATE_BURST", "1e3"],
    ["FEEDBACK_RATE_BURST", " 120"],
    ["FEEDBACK_RATE_PER_MINUTE", "0"],
    ["FEEDBACK_RATE_PER_MINUTE", "-1"],
    ["FEEDBACK_FLOOD_POSTS", "79"],
    ["FEEDBACK_FLOOD_POSTS", "100.5"],
  ])("cannot be set by %s=%s, and say what can be", (name, value) => {
    expect(() => readLimits({ [name]: value })).toThrow(
      new RegExp(`^${name} is "${value}": it must be a whole number from \\d+ to \\d+`),
    );
  });
});

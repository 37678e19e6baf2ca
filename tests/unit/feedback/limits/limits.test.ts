import { describe, expect, it } from "vitest";
import { readLimits } from "../../../../src/feedback/limits/limits.ts";

describe("the limits", () => {
  it("are the standard ones when nothing is set", () => {
    const standard = {
      requestSeconds: 10,
      rate: { burst: 120, perMinute: 12 },
      votes: { senderVotes: 60, equalTexts: 3 },
    };
    expect(readLimits({})).toEqual(standard);
    expect(readLimits({ FEEDBACK_RATE_BURST: "" })).toEqual(standard);
  });

  it("are what the environment says", () => {
    expect(
      readLimits({
        REQUEST_SECONDS: "1",
        FEEDBACK_RATE_BURST: "10000",
        FEEDBACK_RATE_PER_MINUTE: "1000",
        FEEDBACK_SENDER_VOTES: "40",
        FEEDBACK_EQUAL_TEXTS: "1",
      }),
    ).toEqual({
      requestSeconds: 1,
      rate: { burst: 10_000, perMinute: 1_000 },
      votes: { senderVotes: 40, equalTexts: 1 },
    });
  });

  it("are shared out among several processes: twice the limit at most, and forty people through each", () => {
    for (const processes of [1, 2, 3, 4, 8, 16]) {
      const posts = Math.max(80, 40 * processes);
      for (const limit of [undefined, posts, 1_000]) {
        const set = limit === undefined ? undefined : String(limit);
        const { rate, votes } = readLimits({
          FEEDBACK_PROCESSES: String(processes),
          FEEDBACK_RATE_BURST: set,
          FEEDBACK_SENDER_VOTES: set,
        });
        for (const [share, total, honest] of [
          [rate.burst, limit ?? Math.max(120, posts), 80],
          [votes.senderVotes, limit ?? Math.max(60, posts / 2), 40],
        ] as const) {
          expect(share).toBeGreaterThanOrEqual(honest);
          expect(share).toBeLessThanOrEqual(total);
          expect(share * processes).toBeLessThanOrEqual(2 * total);
          expect(share * processes).toBeGreaterThanOrEqual(total);
        }
        expect(rate.perMinute * processes).toBeLessThanOrEqual(24);
      }
    }
  });

  it("stay off in each process when they are off", () => {
    const { rate, votes } = readLimits({
      FEEDBACK_PROCESSES: "3",
      FEEDBACK_RATE_BURST: "0",
      FEEDBACK_SENDER_VOTES: "0",
      FEEDBACK_EQUAL_TEXTS: "0",
    });
    expect([rate.burst, votes]).toEqual([0, { senderVotes: 0, equalTexts: 0 }]);
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
    ["FEEDBACK_SENDER_VOTES", "39"],
    ["FEEDBACK_EQUAL_TEXTS", "1.5"],
  ])("cannot be set by %s=%s, and say what can be", (name, value) => {
    expect(() => readLimits({ [name]: value })).toThrow(
      new RegExp(`^${name} is "${value}": it must be a whole number from \\d+ to \\d+`),
    );
  });
});

import { describe, expect, it } from "vitest";
import { readLimits } from "../../../src/feedback/limits.ts";

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

  it.each([
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

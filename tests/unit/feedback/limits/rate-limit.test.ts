import { beforeEach, describe, expect, it } from "vitest";
import { createRateLimiter } from "../../../../src/feedback/limits/rate-limit.ts";

const LIMITS = { burst: 3, perMinute: 6 };
const DAY = 86_400_000;

let clock: number;
const now = () => clock;
beforeEach(() => {
  clock = 5_000;
});

describe("the posts of one sender", () => {
  it("pass up to the burst, then wait for as long as they are told, and no longer", () => {
    const take = createRateLimiter(LIMITS, now);
    expect([1, 2, 3, 4, 5].map(() => take("a"))).toEqual([0, 0, 0, 10, 10]);
    clock += 9_999;
    expect(take("a")).toBe(1);
    clock += 1;
    expect([take("a"), take("a")]).toEqual([0, 10]);
  });

  it("have their whole burst again after a rest, and not more", () => {
    const take = createRateLimiter(LIMITS, now);
    for (let post = 0; post < 4; post += 1) take("a");
    clock += 3_600_000;
    expect([1, 2, 3, 4].map(() => take("a"))).toEqual([0, 0, 0, 10]);
  });

  it("never wait when the limit is off", () => {
    const take = createRateLimiter({ ...LIMITS, burst: 0 }, now);
    expect(Array.from({ length: 1_000 }, () => take("a")).every((seconds) => seconds === 0)).toBe(true);
  });

  it("do not begin anew while they go on, whatever the day", () => {
    const take = createRateLimiter({ burst: 3, perMinute: 1 }, now);
    for (let post = 0; post < 3; post += 1) take("a");
    for (const end = clock + 2 * DAY; clock < end; clock += 3_600_000) {
      for (let post = 0; post < 3; post += 1) take("a");
      expect(take("a")).toBeGreaterThan(0);
    }
  });
});

describe("what is remembered", () => {
  it("is forgotten a day after the last post, even if the bucket is not full again", () => {
    const take = createRateLimiter({ burst: 10_000, perMinute: 1 }, now);
    for (let post = 0; post < 10_000; post += 1) take("a");
    clock += DAY - 1;
    expect(Array.from({ length: 1_440 }, () => take("a")).at(-1)).toBeGreaterThan(0);
    clock += DAY;
    expect(Array.from({ length: 10_000 }, () => take("a")).at(-1)).toBe(0);
  });

  it("is bounded: the sender not heard for longest is forgotten first", () => {
    const take = createRateLimiter({ burst: 1, perMinute: 1 }, now, 3);
    for (const sender of ["a", "b", "c", "a", "d"]) take(sender);
    expect(take("a")).toBeGreaterThan(0);
    expect(take("b")).toBe(0);
  });
});

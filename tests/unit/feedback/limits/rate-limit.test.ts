import { beforeEach, describe, expect, it } from "vitest";
import { createRateLimiter } from "../../../../src/feedback/limits/rate-limit.ts";

const NOON = Date.UTC(2026, 10, 23, 12);
const LIMITS = { burst: 3, perMinute: 6 };
const ADDRESS = "203.0.113.7";

let clock: number;
const now = () => clock;
beforeEach(() => {
  clock = NOON;
});

describe("the posts of one sender", () => {
  it("pass up to the burst, then wait for as long as they are told, and no longer", () => {
    const take = createRateLimiter(LIMITS, now);
    expect([1, 2, 3, 4, 5].map(() => take(ADDRESS))).toEqual([0, 0, 0, 10, 10]);
    clock += 9_999;
    expect(take(ADDRESS)).toBe(1);
    clock += 1;
    expect([take(ADDRESS), take(ADDRESS)]).toEqual([0, 10]);
  });

  it("have their whole burst again after a rest, and not more", () => {
    const take = createRateLimiter(LIMITS, now);
    for (let post = 0; post < 4; post += 1) take(ADDRESS);
    clock += 3_600_000;
    expect([1, 2, 3, 4].map(() => take(ADDRESS))).toEqual([0, 0, 0, 10]);
  });

  it("do not pass again because the clock was set back", () => {
    const take = createRateLimiter(LIMITS, now);
    for (let post = 0; post < 3; post += 1) take(ADDRESS);
    clock -= 60_000;
    expect(take(ADDRESS)).toBeGreaterThan(0);
  });

  it("never wait when the limit is off", () => {
    const take = createRateLimiter({ ...LIMITS, burst: 0 }, now);
    expect(Array.from({ length: 1_000 }, () => take(ADDRESS)).every((seconds) => seconds === 0)).toBe(true);
  });
});

describe("one sender", () => {
  const sameSender = (first: string | undefined, second: string | undefined) => {
    const take = createRateLimiter({ burst: 1, perMinute: 1 }, now);
    take(first);
    return take(second) > 0;
  };

  it("is one IPv4 address, however it is written", () => {
    expect(sameSender(ADDRESS, ADDRESS)).toBe(true);
    expect(sameSender(ADDRESS, `::ffff:${ADDRESS}`)).toBe(true);
    expect(sameSender(ADDRESS, "203.0.113.8")).toBe(false);
  });

  it("is one /64 of IPv6", () => {
    expect(sameSender("2001:db8:1:2::1", "2001:DB8:1:2:ffff::9")).toBe(true);
    expect(sameSender("2001:db8:1:2::1", "2001:db8:1:3::1")).toBe(false);
  });

  it("is everyone without a readable address", () => {
    expect(sameSender(undefined, "unknown")).toBe(true);
    expect(sameSender(undefined, ADDRESS)).toBe(false);
  });
});

describe("what is remembered", () => {
  it("ends with the day, in UTC", () => {
    clock = Date.UTC(2026, 10, 23, 23, 59, 59, 999);
    const take = createRateLimiter({ burst: 1, perMinute: 1 }, now);
    take(ADDRESS);
    expect(take(ADDRESS)).toBeGreaterThan(0);
    clock += 1;
    expect(take(ADDRESS)).toBe(0);
  });

  it("is bounded: the sender not heard for longest is forgotten first", () => {
    const take = createRateLimiter({ burst: 1, perMinute: 1 }, now, 3);
    for (const address of ["192.0.2.1", "192.0.2.2", "192.0.2.3", "192.0.2.1", "192.0.2.4"]) take(address);
    expect(take("192.0.2.1")).toBeGreaterThan(0);
    expect(take("192.0.2.2")).toBe(0);
  });
});

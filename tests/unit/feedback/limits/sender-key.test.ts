import { describe, expect, it } from "vitest";
import { createSenderKey } from "../../../../src/feedback/limits/sender-key.ts";

const ADDRESS = "203.0.113.7";

describe("one sender", () => {
  const keyOf = createSenderKey();
  const isSame = (first: string | undefined, second: string | undefined) => keyOf(first) === keyOf(second);

  it("is one IPv4 address, however it is written", () => {
    expect(isSame(ADDRESS, ADDRESS)).toBe(true);
    expect(isSame(ADDRESS, `::ffff:${ADDRESS}`)).toBe(true);
    expect(isSame(ADDRESS, "203.0.113.8")).toBe(false);
  });

  it("is one /64 of IPv6", () => {
    expect(isSame("2001:db8:1:2::1", "2001:DB8:1:2:ffff::9")).toBe(true);
    expect(isSame("2001:db8:1:2::1", "2001:db8:1:3::1")).toBe(false);
  });

  it("is everyone without a readable address", () => {
    expect(isSame(undefined, "unknown")).toBe(true);
    expect(isSame(undefined, ADDRESS)).toBe(false);
  });
});

it("the key holds no address, and another process makes another one", () => {
  const [key, other] = [createSenderKey()(ADDRESS), createSenderKey()(ADDRESS)];
  expect(key).not.toContain(ADDRESS);
  expect(key).not.toBe(other);
});

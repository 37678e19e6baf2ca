import { expect, it } from "vitest";
import { networkOf, parseAddress } from "../../../../src/feedback/limits/network-address.ts";

it.each([
  ["192.0.2.1", "192.0.2.1"],
  [" 192.0.2.1 ", "192.0.2.1"],
  ["192.0.2.1:50123", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::FFFF:c000:201", "192.0.2.1"],
  ["[::ffff:192.0.2.1]:443", "192.0.2.1"],
  ["2001:DB8::1", "2001:db8:0:0:0:0:0:1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2:3:4:5:6"],
  ["[2001:db8::1]:443", "2001:db8:0:0:0:0:0:1"],
  ["[2001:db8::1]", "2001:db8:0:0:0:0:0:1"],
  ["fe80::1%eth0", "fe80:0:0:0:0:0:0:1"],
  ["::", "0:0:0:0:0:0:0:0"],
  ["1::", "1:0:0:0:0:0:0:0"],
])("reads %j as %s", (text, expected) => {
  expect(parseAddress(text)?.text).toBe(expected);
});

it.each([
  "",
  "unknown",
  "_hidden",
  "192.0.2",
  "192.0.2.256",
  "1:2",
  ":::",
  "[]",
  "%",
  "a".repeat(10_000),
  "192.0.2.1, x",
])("takes %j for no address", (text) => {
  expect(parseAddress(text)).toBeUndefined();
});

it.each([
  ["192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::", "2001:db8:1:2::/64"],
  ["::1", "0:0:0:0::/64"],
])("takes %s for the sender %s", (text, expected) => {
  const address = parseAddress(text);
  expect(address && networkOf(address)).toBe(expected);
});

import type { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { createClientAddress, networkOf } from "../../../../src/feedback/limits/client-address.ts";
import { createLogger } from "../../../../src/feedback/logger.ts";

const CLIENT = "203.0.113.7";
const PROXY = "10.0.0.1";

const silent = createLogger("silent");

/** The address derived from the peer of a connection and the header `X-Forwarded-For`. */
function clientAddress(proxies: string | undefined, peer: string | undefined, forwardedFor?: string) {
  const headers = forwardedFor === undefined ? {} : { "x-forwarded-for": forwardedFor };
  const socket = { remoteAddress: peer } as unknown as Socket;
  return createClientAddress(proxies, silent)({ headers, socket });
}

describe("without a configured proxy", () => {
  it.each([undefined, "", " , "])("is the peer, whatever the header says: %j", (proxies) => {
    expect(clientAddress(proxies, CLIENT)).toBe(CLIENT);
    expect(clientAddress(proxies, CLIENT, "198.51.100.1")).toBe(CLIENT);
    expect(clientAddress(proxies, "127.0.0.1", "198.51.100.1")).toBe("127.0.0.1");
    expect(clientAddress(proxies, "::ffff:203.0.113.7", "198.51.100.1")).toBe(CLIENT);
  });

  it("is unknown when the connection has no other end", () => {
    expect(clientAddress(PROXY, undefined, CLIENT)).toBeUndefined();
  });
});

describe("behind configured proxies", () => {
  it.each([
    ["the one that the proxy heard", PROXY, CLIENT, CLIENT],
    ["the right-most one, not what the sender wrote itself", PROXY, `198.51.100.1, ${CLIENT}`, CLIENT],
    ["the first one before a row of proxies", PROXY, `198.51.100.1, ${CLIENT}, 10.9.9.9, 192.0.2.9`, CLIENT],
    ["found over IPv6 and in an IPv4-mapped peer", "::ffff:10.0.0.1", "2001:db8::1, fd00::2", "2001:db8::1"],
    ["taken without its port", PROXY, `${CLIENT}:50123`, CLIENT],
    ["the peer when it is no proxy", CLIENT, "198.51.100.1", CLIENT],
    ["the proxy when it names nobody", PROXY, undefined, PROXY],
    ["the proxy when the header is empty", PROXY, "", PROXY],
    ["the proxy when it names no address", PROXY, `${CLIENT}, unknown`, PROXY],
    ["the nearest proxy when junk stands before it", PROXY, "<script>, 10.2.2.2", "10.2.2.2"],
    ["the farthest when all are proxies", PROXY, "10.3.3.3, 10.2.2.2", "10.3.3.3"],
    ["found in front of a header of thousands of hops", PROXY, `${"x,".repeat(8_000)}${CLIENT}`, CLIENT],
  ])("is %s", (_name, peer, forwardedFor, expected) => {
    expect(clientAddress("10.0.0.0/8, 192.0.2.9 fd00::/8", peer, forwardedFor)).toBe(expected);
  });

  it("is believed of a proxy on the same machine by the name of its range", () => {
    expect(clientAddress("loopback", "::1", CLIENT)).toBe(CLIENT);
    expect(clientAddress("loopback", "127.0.0.1", CLIENT)).toBe(CLIENT);
    expect(clientAddress("loopback", PROXY, CLIENT)).toBe(PROXY);
  });
});

it.each([
  "proxy.example",
  "10.0.0.0/33",
  "10.0.0.0/0",
  "10.0.0.0/",
  "10.0.0.0/x",
  "10",
  "10.1",
  "fd00::/129",
  "::/0",
])("cannot be told by the proxy %s", (proxy) => {
  expect(() => createClientAddress(`127.0.0.1, ${proxy}`, silent)).toThrow(
    `TRUSTED_PROXIES holds "${proxy}"`,
  );
});

it.each([
  ["192.0.2.1", "192.0.2.1"],
  [" 192.0.2.1 ", "192.0.2.1"],
  ["192.0.2.1:50123", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::FFFF:c000:201", "192.0.2.1"],
  ["[::ffff:192.0.2.1]:443", "192.0.2.1"],
  ["2001:DB8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::", "2001:db8:1:2::/64"],
  ["[2001:db8::1]:443", "2001:db8:0:0::/64"],
  ["[2001:db8::1]", "2001:db8:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["1::", "1:0:0:0::/64"],
])("%j is of the sender %s", (text, expected) => {
  expect(networkOf(text)).toBe(expected);
});

it.each([
  undefined,
  "",
  "unknown",
  "_hidden",
  "192.0.2",
  "192.0.2.256",
  "1:2",
  ":::",
  "[]",
  "%",
  "10",
  "a".repeat(10_000),
  "192.0.2.1, x",
])("%j is no address, and of no sender", (text) => {
  expect(networkOf(text)).toBeUndefined();
});

import { describe, expect, it } from "vitest";
import { createClientAddress } from "../../../../src/feedback/limits/client-address.ts";

const CLIENT = "203.0.113.7";
const PROXY = "10.0.0.1";

describe("without a configured proxy", () => {
  it("is the peer, whatever the header says", () => {
    const clientAddress = createClientAddress();
    expect(clientAddress(CLIENT, undefined)).toBe(CLIENT);
    expect(clientAddress(CLIENT, "198.51.100.1")).toBe(CLIENT);
    expect(clientAddress("127.0.0.1", "198.51.100.1")).toBe("127.0.0.1");
    expect(clientAddress("::ffff:203.0.113.7", "198.51.100.1")).toBe(CLIENT);
  });

  it("is unknown when the connection has no other end", () => {
    expect(createClientAddress(PROXY)(undefined, CLIENT)).toBeUndefined();
  });
});

describe("behind configured proxies", () => {
  const clientAddress = createClientAddress("10.0.0.0/8, 192.0.2.9 fd00::/8");

  it.each([
    ["the one that the proxy heard", PROXY, CLIENT, CLIENT],
    ["the right-most one, not what the sender wrote itself", PROXY, `198.51.100.1, ${CLIENT}`, CLIENT],
    ["the first one before a row of proxies", PROXY, `198.51.100.1, ${CLIENT}, 10.9.9.9, 192.0.2.9`, CLIENT],
    [
      "found over IPv6 and in an IPv4-mapped peer",
      "::ffff:10.0.0.1",
      "2001:db8::1, fd00::2",
      "2001:db8:0:0:0:0:0:1",
    ],
    ["taken without its port", PROXY, `${CLIENT}:50123`, CLIENT],
    ["the peer when it is no proxy", CLIENT, "198.51.100.1", CLIENT],
    ["the proxy when it names nobody", PROXY, undefined, PROXY],
    ["the proxy when the header is empty", PROXY, "", PROXY],
    ["the proxy when it names no address", PROXY, `${CLIENT}, unknown`, PROXY],
    ["the nearest proxy when junk stands before it", PROXY, "<script>, 10.2.2.2", "10.2.2.2"],
    ["the farthest when all are proxies", PROXY, "10.3.3.3, 10.2.2.2", "10.3.3.3"],
    ["found in front of a header of thousands of hops", PROXY, `${"x,".repeat(8_000)}${CLIENT}`, CLIENT],
  ])("is %s", (_name, peer, forwardedFor, expected) => {
    expect(clientAddress(peer, forwardedFor)).toBe(expected);
  });
});

it.each([
  "proxy.example",
  "10.0.0.0/33",
  "10.0.0.0/0",
  "10.0.0.0/",
  "10.0.0.0/x",
  "fd00::/129",
  "::ffff:10.0.0.0/104",
])("cannot be told by the proxy %s", (entry) => {
  expect(() => createClientAddress(`127.0.0.1, ${entry}`)).toThrow(`TRUSTED_PROXIES holds "${entry}"`);
});

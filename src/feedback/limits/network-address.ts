import { isIPv4, isIPv6 } from "node:net";

/** An IP address in one spelling; an IPv4 address written as IPv6 (`::ffff:192.0.2.1`) is IPv4. */
export interface NetworkAddress {
  family: "ipv4" | "ipv6";
  /** Dotted decimals, or eight hexadecimal groups without abbreviation. */
  text: string;
}

const IPV4_WITH_PORT = /^([\d.]+):\d+$/;
const IPV6_IN_BRACKETS = /^\[([^\]]*)\](?::\d+)?$/;

/** Reads an address as sockets and proxies write it, with or without port and zone; undefined when it is none. */
export function parseAddress(text: string): NetworkAddress | undefined {
  const trimmed = text.trim();
  const bare = IPV4_WITH_PORT.exec(trimmed)?.[1] ?? IPV6_IN_BRACKETS.exec(trimmed)?.[1] ?? trimmed;
  const [address = ""] = bare.split("%");
  if (isIPv4(address)) return { family: "ipv4", text: address };
  if (!isIPv6(address)) return undefined;
  const groups = ipv6Groups(address);
  return mappedIpv4(groups) ?? { family: "ipv6", text: groups.join(":") };
}

/** The network that counts as one sender: the whole IPv4 address, the /64 that an IPv6 household or office gets. */
export function networkOf({ family, text }: NetworkAddress): string {
  return family === "ipv4" ? text : `${text.split(":").slice(0, 4).join(":")}::/64`;
}

/** The URL parser writes every valid address in one form, with at most one `::`. */
function ipv6Groups(address: string): string[] {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = "", tail = ""] = canonical.split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  return [...before, ...Array<string>(8 - before.length - after.length).fill("0"), ...after];
}

/** @see https://www.rfc-editor.org/rfc/rfc4291#section-2.5.5.2 */
function mappedIpv4(groups: readonly string[]): NetworkAddress | undefined {
  if (groups.slice(0, 6).join(":") !== "0:0:0:0:0:ffff") return undefined;
  const bytes = groups.slice(6).flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
  return { family: "ipv4", text: bytes.join(".") };
}

import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import proxyaddr from "proxy-addr";
import { OperatorError } from "../../shared/operator-error.ts";
import type { Logger } from "../logger.ts";

/** The address that a request comes from, or undefined if its connection has none. */
export type ClientAddress = (request: Pick<IncomingMessage, "headers" | "socket">) => string | undefined;

/** The names that `proxy-addr` gives to the ranges of one machine or one network. */
const RANGES = ["loopback", "linklocal", "uniquelocal"];

/** An address with a port, as some proxies write it in `X-Forwarded-For`. */
const WITH_PORT = /^(?:([\d.]+):\d+|\[([^\]]*)\](?::\d+)?)$/;

/**
 * Makes the function that finds the address a request comes from. Anyone can send
 * `X-Forwarded-For`, so the header is read from the right, and only while the previous hop
 * was one of our proxies. Whatever stands further left may be forged. Reading also stops at a
 * hop that is not an address.
 * @param trustedProxies addresses, ranges (`10.0.0.0/8`) and names of ranges (`loopback`,
 * `linklocal`, `uniquelocal`), separated by commas or spaces; none if absent
 * @throws OperatorError if an entry is none of these
 */
export function createClientAddress(trustedProxies: string | undefined, logger: Logger): ClientAddress {
  const proxies = (trustedProxies ?? "").split(/[\s,]+/).filter(Boolean);
  for (const proxy of proxies) checkProxy(proxy);
  const isTrusted = proxyaddr.compile(proxies);
  let warned = false;
  return (request) => {
    // From the peer up to the first hop that is not one of our proxies.
    const hops = proxyaddr.all(request as IncomingMessage, isTrusted);
    // Warns only once, because anyone can send the header. The warning matters: a proxy that is not
    // trusted turns a whole town into one sender.
    if (hops.length === 1 && request.headers["x-forwarded-for"] && !warned) {
      warned = true;
      logger.warn({ event: "proxy", outcome: "not-trusted", see: "TRUSTED_PROXIES" });
    }
    return hops.map((hop) => parseAddress(hop)?.toString()).findLast((address) => address !== undefined);
  };
}

/**
 * The network that counts as one sender: a single IPv4 address, or the /64 that a household
 * or an office gets in IPv6.
 */
export function networkOf(text: string | undefined): string | undefined {
  const address = parseAddress(text);
  return address && "parts" in address
    ? `${address.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(":")}::/64`
    : address?.toString();
}

/**
 * Reads an address as sockets and proxies write it. IPv4 written as IPv6
 * (`::ffff:192.0.2.1`) is IPv4.
 */
function parseAddress(text = ""): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const [, ipv4, ipv6] = WITH_PORT.exec(text.trim()) ?? [];
  const bare = ipv4 ?? ipv6 ?? text.trim();
  return isIP(bare) ? ipaddr.process(bare) : undefined;
}

function checkProxy(proxy: string): void {
  const [network = ""] = proxy.split("/", 1);
  try {
    // The package would accept a lone number as an address.
    if (!RANGES.includes(proxy) && !isIP(network)) throw new TypeError(network);
    proxyaddr.compile(proxy);
  } catch (error) {
    throw new OperatorError(
      `TRUSTED_PROXIES holds "${proxy}": write addresses or ranges, such as 127.0.0.1, 10.0.0.0/8 or fd00::/8, or ` +
        "loopback for this machine.",
      { cause: error },
    );
  }
}

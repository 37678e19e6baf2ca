import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import proxyaddr from "proxy-addr";
import { OperatorError } from "../../shared/operator-error.ts";
import type { Logger } from "../logger.ts";

/** The address a request comes from, or undefined when its connection has none. */
export type ClientAddress = (request: Pick<IncomingMessage, "headers" | "socket">) => string | undefined;

/** The names that `proxy-addr` has for what lies on one machine or in one network. */
const RANGES = ["loopback", "linklocal", "uniquelocal"];

/** With a port, as some proxies write it in `X-Forwarded-For`. */
const WITH_PORT = /^(?:([\d.]+):\d+|\[([^\]]*)\](?::\d+)?)$/;

/**
 * Anyone can send `X-Forwarded-For`. So the header is read from the right, and only as far as the hop before was one of
 * our proxies: what stands further left was written by a stranger. A hop that is no address ends the reading too.
 * @param trustedProxies addresses, ranges (`10.0.0.0/8`) and names of ranges (`loopback`, `linklocal`, `uniquelocal`),
 * separated by commas or spaces; none when absent
 * @throws OperatorError when one of them is none of these
 */
export function createClientAddress(trustedProxies: string | undefined, logger: Logger): ClientAddress {
  const proxies = (trustedProxies ?? "").split(/[\s,]+/).filter(Boolean);
  for (const proxy of proxies) checkProxy(proxy);
  const isTrusted = proxyaddr.compile(proxies);
  let warned = false;
  return (request) => {
    // From the peer on, up to the first that is no proxy of ours.
    const hops = proxyaddr.all(request as IncomingMessage, isTrusted);
    // Said once, because anyone can send the header; but a proxy that is not trusted makes one sender of a whole town.
    if (hops.length === 1 && request.headers["x-forwarded-for"] && !warned) {
      warned = true;
      logger.warn({ event: "proxy", outcome: "not-trusted", see: "TRUSTED_PROXIES" });
    }
    return hops.map((hop) => parseAddress(hop)?.toString()).findLast((address) => address !== undefined);
  };
}

/** The network that counts as one sender: the whole IPv4 address, the /64 that an IPv6 household or office gets. */
export function networkOf(text: string | undefined): string | undefined {
  const address = parseAddress(text);
  return address && "parts" in address
    ? `${address.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(":")}::/64`
    : address?.toString();
}

/** Reads an address as sockets and proxies write it; IPv4 written as IPv6 (`::ffff:192.0.2.1`) is IPv4. */
function parseAddress(text = ""): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const [, ipv4, ipv6] = WITH_PORT.exec(text.trim()) ?? [];
  const bare = ipv4 ?? ipv6 ?? text.trim();
  return isIP(bare) ? ipaddr.process(bare) : undefined;
}

function checkProxy(proxy: string): void {
  const [network = ""] = proxy.split("/", 1);
  try {
    // The package would take a lone number for an address.
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

import { BlockList } from "node:net";
import { parseAddress } from "./network-address.ts";
import type { NetworkAddress } from "./network-address.ts";
import { OperatorError } from "../operator-error.ts";

/**
 * The address a request comes from, or undefined when the connection has none.
 * @param peer the other end of the connection
 * @param forwardedFor the header `X-Forwarded-For`: each proxy adds at the right whom it heard
 */
export type ClientAddress = (
  peer: string | undefined,
  forwardedFor: string | undefined,
) => string | undefined;

/**
 * Anyone can send `X-Forwarded-For`. So the header is read from the right, and only as far as the hop before
 * was one of our proxies: what stands further left was written by a stranger. A hop that is no address ends
 * the reading too.
 * @param trustedProxies addresses and CIDR ranges, separated by commas or spaces; none when absent
 * @throws OperatorError when one of them is no address
 */
export function createClientAddress(trustedProxies = ""): ClientAddress {
  const proxies = parseProxies(trustedProxies);
  return (peer, forwardedFor) => {
    let nearest = parseAddress(peer ?? "");
    for (const hop of (forwardedFor ?? "").split(",").reverse()) {
      if (!nearest || !proxies.check(nearest.text, nearest.family)) break;
      const next = parseAddress(hop);
      if (!next) break;
      nearest = next;
    }
    return nearest?.text;
  };
}

function parseProxies(text: string): BlockList {
  const proxies = new BlockList();
  for (const entry of text.split(/[\s,]+/).filter(Boolean)) {
    const [network = "", prefix] = entry.split("/");
    const address = parseAddress(network);
    if (!address) throw invalidProxy(entry);
    if (prefix === undefined) proxies.addAddress(address.text, address.family);
    else proxies.addSubnet(address.text, prefixLength(address, prefix, entry), address.family);
  }
  return proxies;
}

function prefixLength({ family }: NetworkAddress, prefix: string, entry: string): number {
  const length = Number(prefix);
  // A range of length 0 is everybody, and everybody could then choose an address.
  if (/^\d{1,3}$/.test(prefix) && length >= 1 && length <= (family === "ipv4" ? 32 : 128)) return length;
  throw invalidProxy(entry);
}

function invalidProxy(entry: string): OperatorError {
  return new OperatorError(
    `TRUSTED_PROXIES holds "${entry}": write addresses or ranges, such as 127.0.0.1, 10.0.0.0/8 or fd00::/8.`,
  );
}

/** The names of this machine: https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy */
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * True if nobody can read or change the traffic to this address on its way, because it uses HTTPS
 * or stays on this machine. A host with an asterisk is not safe: a URL may contain one, and
 * policies take it to mean any host.
 */
export function isSafeAddress({ protocol, hostname }: URL): boolean {
  if (hostname.includes("*")) return false;
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname));
}

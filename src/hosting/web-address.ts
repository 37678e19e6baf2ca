/** What counts as this machine: https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy */
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * One host whose traffic nobody can read or change on its way: by HTTPS, or on this very machine. A URL may have an
 * asterisk for a host, which policies take for any.
 */
export function isSafeAddress({ protocol, hostname }: URL): boolean {
  if (hostname.includes("*")) return false;
  return protocol === "https:" || (protocol === "http:" && LOOPBACK.has(hostname));
}

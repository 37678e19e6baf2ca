/** A server that listens on all addresses is reached on the loopback address. */
const ANY_ADDRESS = ["", "0.0.0.0", "::"];

/** An address of this machine's server, from the server's own HOST and PORT. */
export function serverAddress(path: string, env: NodeJS.ProcessEnv): URL {
  const host = env["HOST"] ?? "";
  const url = new URL(path, "http://127.0.0.1");
  if (!ANY_ADDRESS.includes(host)) url.hostname = host.includes(":") ? `[${host}]` : host;
  url.port = env["PORT"] ?? "8080";
  return url;
}

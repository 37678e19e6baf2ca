// node src/tasks/health.ts: checks that this machine's server and its storage respond, as a
// container's health check. It uses the server's HOST and PORT. The exit code is 1 if they do not
// respond. It runs twice a minute, so it imports nothing.
const PATH = "/api/health";
const TIMEOUT_MS = 4_000;

/** A server that listens on all addresses is reached on the loopback address. */
const ANY_ADDRESS = ["", "0.0.0.0", "::"];

const host = process.env["HOST"] ?? "";
const url = new URL(PATH, "http://127.0.0.1");
if (!ANY_ADDRESS.includes(host)) url.hostname = host.includes(":") ? `[${host}]` : host;
url.port = process.env["PORT"] ?? "8080";

try {
  const { status } = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  console.log(`${url.href}: ${status}`);
  process.exitCode = status === 200 ? 0 : 1;
} catch (error) {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  console.error(`${url.href}: ${cause instanceof Error ? cause.message : String(cause)}`);
  process.exitCode = 1;
}

// node src/tasks/health.ts: whether the server of this machine answers with its storage; exit code 1 when it does not.
// For a container's health check, with the server's own HOST and PORT. It runs twice a minute, so it imports nothing.
const PATH = "/api/health";
const TIMEOUT_MS = 4_000;

/** What listens on every address is asked on the nearest. */
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

import { serverAddress } from "./running-server.ts";

// node src/tasks/health.ts: checks that this machine's server and its storage respond, as a
// container's health check. It uses the server's HOST and PORT. The exit code is 1 if they do not
// respond. It runs twice a minute, so it imports next to nothing.
const TIMEOUT_MS = 4_000;

const url = serverAddress("/api/health", process.env);

try {
  const { status } = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  console.log(`${url.href}: ${status}`);
  process.exitCode = status === 200 ? 0 : 1;
} catch (error) {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  console.error(`${url.href}: ${cause instanceof Error ? cause.message : String(cause)}`);
  process.exitCode = 1;
}

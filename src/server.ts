import { startServer } from "./server/start-server.ts";
import { OperatorError } from "./shared/operator-error.ts";

// What is said at the start may have nowhere to go: a full disk, or a pipe that nobody reads.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

try {
  const { url, stop } = await startServer(process.env);
  process.stdout.write(`Ready: ${url}\n`);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

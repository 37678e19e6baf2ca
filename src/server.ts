import { startServer } from "./server/start-server.ts";
import { OperatorError } from "./shared/operator-error.ts";

try {
  const { url, stop } = await startServer(process.env);
  process.stdout.write(`Ready: ${url}\n`);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

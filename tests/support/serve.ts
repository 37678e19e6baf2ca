/**
 * The real server for browser tests, on an empty database that is deleted when the server exits.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { putEmptyDatabase } from "./empty-database.ts";
import { REPORT_TOKEN } from "./report-token.ts";

const dataDirectory = mkdtempSync(join(tmpdir(), "segretariato-sociale-"));
await putEmptyDatabase(dataDirectory);

const server = spawn(process.execPath, ["src/server.ts"], {
  stdio: "inherit",
  env: {
    ...process.env,
    DATA_DIR: dataDirectory,
    ALLOW_EMBEDDED_DATABASE: "1",
    NODE_ENV: "test",
    REPORT_TOKEN,
    // All browser tests share one address and post more in a minute than a citizen does in a year.
    // The limits are tested in tests/integration/feedback/limits/abuse.test.ts.
    FEEDBACK_RATE_BURST: "0",
    FEEDBACK_SENDER_VOTES: "0",
    FEEDBACK_EQUAL_TEXTS: "0",
  },
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => server.kill(signal));
}

server.on("exit", (code) => {
  rmSync(dataDirectory, { recursive: true, force: true });
  process.exitCode = code ?? 0;
});

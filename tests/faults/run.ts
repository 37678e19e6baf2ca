/**
 * `npm run test:faults` sends thousands of posts while the real server and its database are killed
 * with `kill -9`, then runs single faults. The exit code is 1 when a promise is broken.
 *
 *   --engine pglite|postgres   only one engine
 *   --runs 20                  runs on each engine; 0 leaves only single faults and attacks, which
 *                              take a few minutes
 *   --kills 3                  kills in a run, before the final one of everything
 *   --seed N                   repeats the posts and kills of an earlier run
 */
import { AssertionError } from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect, parseArgs } from "node:util";
import { PAGE } from "../benchmarks/load-pages.ts";
import { writeBuiltSite } from "../support/feedback.ts";
import { findOrInstallPostgres } from "../support/postgres-installation.ts";
import { startPostgres } from "../support/postgres.ts";
import { diskFull } from "./cases/disk-full.ts";
import { embeddedDiskFull, embeddedStart } from "./cases/embedded-disk.ts";
import { SkippedCase } from "./cases/fault-case.ts";
import type { EmbeddedContext, FaultCase } from "./cases/fault-case.ts";
import { frozen } from "./cases/frozen.ts";
import { embeddedStop, postgresStop } from "./cases/graceful-stop.ts";
import { locked } from "./cases/locked.ts";
import { logFlood, logFull } from "./cases/log-full.ts";
import { oneClient } from "./cases/one-client.ts";
import { pagesWhilePosting } from "./cases/pages-while-posting.ts";
import { readOnly } from "./cases/read-only.ts";
import { twoProcesses } from "./cases/two-processes.ts";
import { votes } from "./cases/votes.ts";
import { crashRun } from "./crash-run.ts";
import { createEmbeddedEngine, createPostgresEngine, ENGINE_NAMES } from "./engines.ts";
import type { Engine, EngineName } from "./engines.ts";

const { values } = parseArgs({
  options: {
    engine: { type: "string" },
    runs: { type: "string", default: "20" },
    kills: { type: "string", default: "3" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});
const runs = wholeNumber(values.runs);
const kills = wholeNumber(values.kills);
const seed = wholeNumber(values.seed);
const engineNames = ENGINE_NAMES.filter((name) => values.engine === undefined || values.engine === name);
if (engineNames.length === 0) fail(`--engine must be one of ${ENGINE_NAMES.join(", ")}.`);

// Exit handlers delete the temporary folders and stop the child processes.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const outputDir = mkdtempSync(join(tmpdir(), "site-"));
process.once("exit", () => {
  rmSync(outputDir, { recursive: true, force: true });
});
// The attacks ask for a page of a usual length, and for a file that stays on the disk.
await writeBuiltSite(outputDir, { "servizi/index.html": PAGE, "guida.pdf": "%PDF".repeat(400_000) });

/** A run that acknowledges almost nothing would keep every promise but prove none. */
const MIN_ACKNOWLEDGED = 50;

const embeddedCases = [
  twoProcesses,
  embeddedStop,
  embeddedDiskFull,
  embeddedStart,
  oneClient,
  logFull,
  logFlood,
  votes,
  pagesWhilePosting,
];

const broken: string[] = [];
print(`Seed ${seed}, ${runs} runs on each of ${engineNames.join(", ")}\n`);
if (engineNames.includes("pglite")) {
  await crashRuns("pglite", createEmbeddedEngine);
  await singleFaults("pglite", embeddedCases, { outputDir });
}
if (engineNames.includes("postgres")) {
  const cluster = await startPostgres(findOrInstallPostgres());
  await crashRuns("postgres", (run) => createPostgresEngine(cluster, `run_${run}`));
  const cases = [locked, readOnly, frozen, diskFull, postgresStop];
  await singleFaults("postgres", cases, { outputDir, cluster });
  cluster.remove();
}

print(broken.length > 0 ? `\nBroken promises:\n${broken.join("\n")}` : "\nEvery promise was kept.");
process.exitCode = broken.length > 0 ? 1 : 0;

async function crashRuns(name: EngineName, createEngine: (run: number) => Promise<Engine>): Promise<void> {
  printRow("engine", "run", "sent", "acknowledged", "stored", "violations", "seconds", "killed");
  for (let run = 1; run <= runs; run++) {
    const start = performance.now();
    const engine = await createEngine(run);
    const report = await crashRun({ engine, outputDir, seed: seed + run, kills });
    await engine.remove();
    const seconds = ((performance.now() - start) / 1_000).toFixed(1);
    const { sent, acknowledged, stored, violations, killed } = report;
    printRow(name, run, sent, acknowledged, stored, violations.length, seconds, killed.join(" | "));
    broken.push(...violations.map((violation) => `${name}, run ${run}: ${violation}`));
    if (acknowledged < MIN_ACKNOWLEDGED)
      broken.push(`${name}, run ${run}: only ${acknowledged} posts were acknowledged, which proves nothing`);
  }
  print();
}

async function singleFaults<Context extends EmbeddedContext>(
  engine: EngineName,
  cases: readonly FaultCase<Context>[],
  context: Omit<Context, "tell">,
): Promise<void> {
  const tell = (figure: string) => {
    print(`  ${figure}`);
  };
  for (const { name, run } of cases) {
    try {
      await run({ ...context, tell } as Context);
      print(`${engine}: ${name}: kept`);
    } catch (error) {
      if (error instanceof SkippedCase) {
        print(`${engine}: ${name}: skipped, ${error.message}`);
        continue;
      }
      print(`${engine}: ${name}: BROKEN`);
      broken.push(`${engine}, ${name}: ${error instanceof AssertionError ? error.message : inspect(error)}`);
    }
  }
  print();
}

function printRow(...cells: readonly (string | number)[]): void {
  print(
    cells
      .map((cell) => String(cell).padEnd(12))
      .join(" ")
      .trimEnd(),
  );
}

function print(line = ""): void {
  process.stdout.write(`${line}\n`);
}

function wholeNumber(text: string): number {
  return /^\d{1,10}$/.test(text) ? Number(text) : fail(`"${text}" is not a whole number.`);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

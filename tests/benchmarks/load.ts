/**
 * `npm run bench:load`: what POST /api/feedback does beside what its database does with the same insert, then a
 * steady load, then an overload. Exit code 1 when a promise is broken.
 *
 *   --engine pglite|postgres   one engine only
 *   --seconds 4                of each measurement; there are three of each kind
 *   --minutes 2                of the steady load
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createServerProcess } from "../faults/server-process.ts";
import type { ServerProcess } from "../faults/server-process.ts";
import { freePort } from "../support/free-port.ts";
import { writeBuiltSite } from "../support/feedback.ts";
import { percentile, throughput } from "./load-generators.ts";
import type { LoadResult } from "./load-generators.ts";
import { compare, load } from "./load-phases.ts";
import type { LoadUnderWatch } from "./load-phases.ts";
import { embeddedTarget, postgresTarget } from "./load-targets.ts";
import type { LoadTarget } from "./load-targets.ts";

const CONCURRENCY = 32;
const STEADY_PER_SECOND = 50;
const OVERLOAD_FACTOR = 10;
const OVERLOAD_SECONDS = 8;
/** The first ones take the memory that an overload needs, and V8 keeps it; a leak grows in the last one too. */
const OVERLOADS = 4;

const MAX_DATABASE_CONNECTIONS = 10;
/** Promised on PostgreSQL only: the embedded database shares the server's one thread. */
const MIN_RATIO = 0.5;
/** Growth that is no leak: what V8 leaves uncollected while there is memory. */
const MEMORY_MARGIN_MIB = 64;

const { values } = parseArgs({
  options: {
    engine: { type: "string" },
    seconds: { type: "string", default: "4" },
    minutes: { type: "string", default: "2" },
  },
});

// What stands in temporary folders, and every process, goes with this one.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
const outputDir = mkdtempSync(join(tmpdir(), "site-"));
process.once("exit", () => {
  rmSync(outputDir, { recursive: true, force: true });
});
await writeBuiltSite(outputDir);

const broken: string[] = [];
if (values.engine !== "postgres") await measure(await embeddedTarget());
if (values.engine !== "pglite") await measure(await postgresTarget());
console.log(broken.length > 0 ? `Broken promises:\n${broken.join("\n")}` : "Every promise was kept.");
process.exitCode = broken.length > 0 ? 1 : 0;

async function measure(target: LoadTarget): Promise<void> {
  const server = createServerProcess({
    port: await freePort(),
    outputDir,
    environment: target.environment,
  });
  await server.start();
  let connections = 0;
  const observer = setInterval(() => {
    void target.countConnections?.().then((count) => (connections = Math.max(connections, count)));
  }, 250);

  console.log(target.name);
  const capacity = await measureCapacity(target, server);
  await measureSteady(target, server);
  await measureOverload(target, server, capacity);

  clearInterval(observer);
  if (target.countConnections) {
    console.log(`  at most ${connections} connections to the database`);
    expect(connections <= MAX_DATABASE_CONNECTIONS, target, "more connections than promised");
  }
  expect((await server.end("SIGTERM")) === 0, target, "the server did not stop as told");
  await target.remove();
  console.log();
}

async function measureCapacity(target: LoadTarget, server: ServerProcess): Promise<number> {
  const { bare, served } = await compare(server, target.bare, CONCURRENCY, Number(values.seconds) * 1_000);
  const ratio = throughput(served) / throughput(bare);
  print(`bare insert, ${CONCURRENCY} at once`, bare);
  print(`POST, ${CONCURRENCY} at once`, served);
  console.log(`  ratio ${ratio.toFixed(2)}`);
  expect(onlyStatuses(served, 201), target, "an error under the load that the capacity is measured with");
  if (target.name === "postgres") expect(ratio >= MIN_RATIO, target, "POST is below half of the bare insert");
  return throughput(served);
}

async function measureSteady(target: LoadTarget, server: ServerProcess): Promise<void> {
  const steady = await load(server, STEADY_PER_SECOND, Number(values.minutes) * 60_000);
  print(`${STEADY_PER_SECOND}/s for ${values.minutes} min`, steady.result);
  expect(onlyStatuses(steady.result, 201), target, "an error under the steady load");
  expect(
    steady.result.unsent === 0,
    target,
    "the steady load was not steady: posts found no free connection",
  );
  expectFlatMemory(target, steady);
}

async function measureOverload(target: LoadTarget, server: ServerProcess, capacity: number): Promise<void> {
  const perSecond = Math.round(capacity * OVERLOAD_FACTOR);
  for (let round = 1; round <= OVERLOADS; round++) {
    const overload = await load(server, perSecond, OVERLOAD_SECONDS * 1_000);
    print(`${perSecond}/s offered for ${OVERLOAD_SECONDS} s`, overload.result);
    expect(
      onlyStatuses(overload.result, 201, 429, 503),
      target,
      "an answer that the overload does not explain",
    );
    if (round === OVERLOADS) expectFlatMemory(target, overload);
    else printMemory(overload);
  }
}

function expectFlatMemory(target: LoadTarget, watched: LoadUnderWatch): void {
  const { before, after } = watched.memory;
  printMemory(watched);
  expect(!(after - before > MEMORY_MARGIN_MIB), target, `memory grew from ${before} to ${after} MiB`);
}

function printMemory({ memory: { before, most, after } }: LoadUnderWatch): void {
  console.log(`  memory ${before} MiB before, ${most} at most, ${after} after`);
}

function expect(kept: boolean, { name }: LoadTarget, otherwise: string): void {
  if (!kept) broken.push(`${name}: ${otherwise}`);
}

function onlyStatuses({ outcomes }: LoadResult, ...allowed: readonly number[]): boolean {
  return [...outcomes.keys()].every((outcome) => allowed.some((status) => status === outcome));
}

function print(name: string, result: LoadResult): void {
  const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(result, percent).toFixed(1));
  const outcomes = [...result.outcomes].map(([outcome, count]) => `${outcome}: ${count}`).join(", ");
  const perSecond = `${Math.round(throughput(result))}/s`.padStart(8);
  const unsent = result.unsent > 0 ? `, unsent: ${result.unsent}` : "";
  console.log(`  ${name.padEnd(30)} ${perSecond}  p50 ${p50} p95 ${p95} p99 ${p99} ms  ${outcomes}${unsent}`);
}

/**
 * `npm run bench:load` compares the pages a second with those of a bare server that sends the same
 * bytes, and measures connections that request many pages at once. Then it compares POST
 * /api/feedback with the same insert on the database, and applies a steady load and an overload.
 * The exit code is 1 when a promise is broken.
 *
 *   --part pages|posts         only one part
 *   --engine pglite|postgres   only one engine
 *   --seconds 4                of each measurement; there are three of each kind
 *   --minutes 2                of the steady load
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { createServerProcess } from "../faults/server-process.ts";
import type { ServerProcess } from "../faults/server-process.ts";
import { writeBuiltSite } from "../support/feedback.ts";
import { freePort } from "../support/free-port.ts";
import { throughput } from "./load-generators.ts";
import { comparePages, PAGE, PIPELINED, PIPELINING_CONNECTIONS, pipelinePages } from "./load-pages.ts";
import { compare, load } from "./load-phases.ts";
import { broken, expect, expectFlatMemory, onlyStatuses, print, printMemory } from "./load-report.ts";
import { embeddedTarget, postgresTarget } from "./load-targets.ts";
import type { LoadTarget } from "./load-targets.ts";

const CONCURRENCY = 32;
const STEADY_PER_SECOND = 50;
const OVERLOAD_FACTOR = 10;
const OVERLOAD_SECONDS = 8;
/** The first overloads claim memory that V8 then keeps. A leak would still grow in the last one. */
const OVERLOADS = 4;

const MAX_DATABASE_CONNECTIONS = 10;
/** Promised on PostgreSQL only, because the embedded database shares the server's only thread. */
const MIN_RATIO = 0.5;

const PAGE_PATH = "/servizi/";
const MIN_PAGES_RATIO = 0.6;
/** The files that a server has open besides its connections, including the database's. */
const OTHER_DESCRIPTORS = 150;
const MAX_PIPELINING_MIB = 256;

const { values } = parseArgs({
  options: {
    part: { type: "string" },
    engine: { type: "string" },
    seconds: { type: "string", default: "4" },
    minutes: { type: "string", default: "2" },
  },
});

// Exit handlers delete the temporary folders and stop the child processes.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));
const folder = mkdtempSync(join(tmpdir(), "load-"));
const outputDir = join(folder, "_site");
process.once("exit", () => {
  rmSync(folder, { recursive: true, force: true });
});
await writeBuiltSite(outputDir, { "servizi/index.html": PAGE });

if (values.part !== "posts") await measurePages();
if (values.part !== "pages") {
  if (values.engine !== "postgres") await measure(await embeddedTarget());
  if (values.engine !== "pglite") await measure(await postgresTarget());
}
console.log(broken.length > 0 ? `Broken promises:\n${broken.join("\n")}` : "Every promise was kept.");
process.exitCode = broken.length > 0 ? 1 : 0;

async function measurePages(): Promise<void> {
  const environment = { DATA_DIR: join(folder, "data") };
  const server = createServerProcess({ port: await freePort(), outputDir, environment });
  await server.start();
  console.log("pages");
  const { bare, served, ratio } = await comparePages(server, PAGE_PATH, Number(values.seconds) * 3_000);
  print("the same bytes, bare server", bare);
  print("GET", served);
  console.log(`  ratio ${ratio.toFixed(2)}`);
  expect(onlyStatuses(served, 200), "pages", "an answer that is no page");
  expect(ratio >= MIN_PAGES_RATIO, "pages", `${ratio.toFixed(2)} of a bare server's`);

  const { result, memory, descriptors } = await pipelinePages(server, PAGE_PATH);
  console.log(`  ${PIPELINED} GETs pipelined over ${PIPELINING_CONNECTIONS} connections: ${result} pages`);
  console.log(`  at most ${descriptors} files and sockets`);
  printMemory(memory);
  expect(result === PIPELINED, "pages", "not every pipelined request got its page");
  expect(
    !(descriptors > PIPELINING_CONNECTIONS + OTHER_DESCRIPTORS),
    "pages",
    "a file open for each request",
  );
  expect(
    !(memory.most - memory.before > MAX_PIPELINING_MIB),
    "pages",
    "too much memory for requests that wait",
  );
  expect((await server.end("SIGTERM")) === 0, "pages", "the server did not stop as told");
  console.log();
}

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
    expect(connections <= MAX_DATABASE_CONNECTIONS, target.name, "more connections than promised");
  }
  expect((await server.end("SIGTERM")) === 0, target.name, "the server did not stop as told");
  await target.remove();
  console.log();
}

async function measureCapacity(target: LoadTarget, server: ServerProcess): Promise<number> {
  const { bare, served } = await compare(server, target.bare, CONCURRENCY, Number(values.seconds) * 1_000);
  const ratio = throughput(served) / throughput(bare);
  print(`bare insert, ${CONCURRENCY} at once`, bare);
  print(`POST, ${CONCURRENCY} at once`, served);
  console.log(`  ratio ${ratio.toFixed(2)}`);
  expect(
    onlyStatuses(served, 201),
    target.name,
    "an error under the load that the capacity is measured with",
  );
  if (target.name === "postgres")
    expect(ratio >= MIN_RATIO, target.name, "POST is below half of the bare insert");
  return throughput(served);
}

async function measureSteady(target: LoadTarget, server: ServerProcess): Promise<void> {
  const steady = await load(server, STEADY_PER_SECOND, Number(values.minutes) * 60_000);
  print(`${STEADY_PER_SECOND}/s for ${values.minutes} min`, steady.result);
  expect(onlyStatuses(steady.result, 201), target.name, "an error under the steady load");
  expect(
    steady.result.unsent === 0,
    target.name,
    "the steady load was not steady: posts found no free connection",
  );
  expectFlatMemory(target.name, steady.memory);
}

async function measureOverload(target: LoadTarget, server: ServerProcess, capacity: number): Promise<void> {
  const perSecond = Math.round(capacity * OVERLOAD_FACTOR);
  for (let round = 1; round <= OVERLOADS; round++) {
    const overload = await load(server, perSecond, OVERLOAD_SECONDS * 1_000);
    print(`${perSecond}/s offered for ${OVERLOAD_SECONDS} s`, overload.result);
    expect(
      onlyStatuses(overload.result, 201, 429, 503),
      target.name,
      "an answer that the overload does not explain",
    );
    if (round === OVERLOADS) expectFlatMemory(target.name, overload.memory);
    else printMemory(overload.memory);
  }
}

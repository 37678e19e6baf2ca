import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../support/free-port.ts";
import { createEmbeddedEngine } from "../engines.ts";
import type { Engine } from "../engines.ts";
import { findViolations } from "../ledger.ts";
import { createRandom } from "../random.ts";
import { createServerProcess } from "../server-process.ts";
import type { ServerProcess } from "../server-process.ts";
import { startTraffic } from "../traffic.ts";
import type { EmbeddedContext, FaultCase } from "./fault-case.ts";

/**
 * Several servers start at once on a new directory. Then another starts on the directory of a
 * running server.
 */
export const twoProcesses: FaultCase<EmbeddedContext> = {
  name: "directory opened by two processes",
  async run({ outputDir }) {
    const engine = await createEmbeddedEngine();
    try {
      await expectOneOfThree(engine, outputDir);
      await expectSecondRefused(engine, outputDir);
    } finally {
      await engine.remove();
    }
  },
};

async function newServer({ environment }: Engine, outputDir: string): Promise<ServerProcess> {
  return createServerProcess({ port: await freePort(), outputDir, environment });
}

async function expectOneOfThree(engine: Engine, outputDir: string): Promise<void> {
  const rivals = await Promise.all([1, 2, 3].map(() => newServer(engine, outputDir)));
  const starts = await Promise.allSettled(rivals.map((rival) => rival.start()));
  await Promise.all(rivals.map((rival) => rival.end("SIGKILL")));
  const started = starts.filter(({ status }) => status === "fulfilled");
  assert.equal(started.length, 1, `${started.length} servers opened one directory`);
}

async function expectSecondRefused(engine: Engine, outputDir: string): Promise<void> {
  const first = await newServer(engine, outputDir);
  const second = await newServer(engine, outputDir);
  await first.start();
  const traffic = startTraffic(first.origin, createRandom(1));
  try {
    await assert.rejects(
      second.start(),
      /^Error: The data directory .* is in use by another process\.[^\n]*$/,
    );
    const acknowledged = traffic.acknowledged();
    await sleep(1_000);
    assert.ok(traffic.acknowledged() > acknowledged, "the first server no longer stores");
    const [rows] = await Promise.all([engine.killAndRead(first), traffic.stop()]);
    assert.deepEqual(findViolations(traffic.ledger, rows), []);
  } finally {
    await Promise.all([first.end("SIGKILL"), second.end("SIGKILL"), traffic.stop()]);
  }
}

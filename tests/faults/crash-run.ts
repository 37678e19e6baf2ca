import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../support/free-port.ts";
import type { Engine } from "./engines.ts";
import { findViolations } from "./ledger.ts";
import { createRandom } from "./random.ts";
import type { Random } from "./random.ts";
import { createServerProcess } from "./server-process.ts";
import { startTraffic } from "./traffic.ts";
import type { Traffic } from "./traffic.ts";

export interface CrashSettings {
  engine: Engine;
  /** The folder of the built site. */
  outputDir: string;
  seed: number;
  /** The number of kills with a restart, before the final kill. */
  kills: number;
}

export interface CrashReport {
  sent: number;
  acknowledged: number;
  stored: number;
  killed: readonly string[];
  violations: readonly string[];
}

/** The maximum number of acknowledged posts between two kills. */
const MAX_POSTS_BETWEEN_KILLS = 400;
const MAX_WAIT_MS = 5_000;

/**
 * Lets citizens post while the server or the database is killed at random moments, then compares
 * the acknowledged posts with those on disk. The seed repeats the posts and the kinds of kills, but
 * which post a kill hits depends on the machine.
 */
export async function crashRun({ engine, outputDir, seed, kills }: CrashSettings): Promise<CrashReport> {
  const random = createRandom(seed);
  const settings = { port: await freePort(), outputDir, environment: engine.environment };
  const server = createServerProcess(settings);
  await server.start();
  const traffic = startTraffic(server.origin, random);
  const killed: string[] = [];
  try {
    for (let count = 0; count < kills; count++) {
      await randomMoment(traffic, random);
      killed.push(await engine.killAndRestart(server, random));
    }
    await randomMoment(traffic, random);
    const [rows] = await Promise.all([engine.killAndRead(server), traffic.stop()]);
    return {
      sent: [...traffic.ledger.values()].flat().length,
      acknowledged: traffic.acknowledged(),
      stored: rows.length,
      killed,
      violations: findViolations(traffic.ledger, rows),
    };
  } finally {
    await Promise.all([server.end("SIGKILL"), traffic.stop()]);
  }
}

/** Counts in posts, so that a slow machine is not always killed during startup. */
async function randomMoment(traffic: Traffic, random: Random): Promise<void> {
  const until = traffic.acknowledged() + 1 + random.below(MAX_POSTS_BETWEEN_KILLS);
  const deadline = Date.now() + MAX_WAIT_MS;
  while (traffic.acknowledged() < until && Date.now() < deadline) await sleep(5);
  await sleep(random.below(10));
}

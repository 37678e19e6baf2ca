import { readFile } from "node:fs/promises";
import type { SqlDriver } from "../../src/feedback/store/sql-driver.ts";
import type { ServerProcess } from "../faults/server-process.ts";
import { closedLoop, openLoop, sumUp } from "./load-generators.ts";
import type { LoadResult } from "./load-generators.ts";
import { insert, openPosters } from "./load-work.ts";

const ROUNDS = 3;
const WARM_UP_MS = 1_000;
/** More than the server lets wait for the database, so that the overload reaches its bound. */
const OVERLOAD_CONNECTIONS = 1_000;

/** The bare insert and the post over HTTP, in turns, so that both meet the same moods of the machine. */
export async function compare(
  { origin }: ServerProcess,
  driver: SqlDriver,
  concurrency: number,
  ms: number,
): Promise<{ bare: LoadResult; served: LoadResult }> {
  const posters = await openPosters(origin, concurrency);
  const inserters = Array.from({ length: concurrency }, () => insert(driver));
  await closedLoop(inserters, WARM_UP_MS);
  await closedLoop(posters.work, WARM_UP_MS);
  const bare: LoadResult[] = [];
  const served: LoadResult[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await closedLoop(inserters, ms));
    served.push(await closedLoop(posters.work, ms));
  }
  posters.close();
  return { bare: sumUp(bare), served: sumUp(served) };
}

export interface LoadUnderWatch {
  result: LoadResult;
  /** The server's resident memory in MiB: before, at its highest, and a while after. */
  memory: { before: number; most: number; after: number };
}

/** Posts at a steady rate, over as many connections as the rate needs. */
export async function load(server: ServerProcess, perSecond: number, ms: number): Promise<LoadUnderWatch> {
  const posters = await openPosters(server.origin, Math.min(perSecond, OVERLOAD_CONNECTIONS));
  const before = await residentMemory(server);
  let most = before;
  const observer = setInterval(() => {
    void residentMemory(server).then((now) => (most = Math.max(most, now)));
  }, 250);
  const result = await openLoop(posters.work, perSecond, ms);
  clearInterval(observer);
  posters.close();
  return { result, memory: { before, most, after: await residentMemory(server) } };
}

/** From Linux's process information; NaN elsewhere. */
async function residentMemory(server: ServerProcess): Promise<number> {
  const status = await readFile(`/proc/${server.pid() ?? 0}/status`, "utf8").catch(() => "");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024);
}

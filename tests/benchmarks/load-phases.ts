import type { SqlDriver } from "../../src/feedback/store/sql-driver.ts";
import type { ServerProcess } from "../faults/server-process.ts";
import { closedLoop, openLoop, sumUp } from "./load-generators.ts";
import type { LoadResult } from "./load-generators.ts";
import { watch } from "./load-watch.ts";
import type { Watched } from "./load-watch.ts";
import { insert, openPosters } from "./load-work.ts";

const ROUNDS = 3;
const WARM_UP_MS = 1_000;
/** More than may wait for the database, so that the overload reaches the server's limit. */
const OVERLOAD_CONNECTIONS = 1_000;

/**
 * Alternates the bare insert and the post over HTTP, so that the machine's load affects both alike.
 */
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

/** Posts at a steady rate over as many connections as needed. */
export async function load(
  server: ServerProcess,
  perSecond: number,
  ms: number,
): Promise<Watched<LoadResult>> {
  const posters = await openPosters(server.origin, Math.min(perSecond, OVERLOAD_CONNECTIONS));
  const watched = await watch(server, () => openLoop(posters.work, perSecond, ms));
  posters.close();
  return watched;
}

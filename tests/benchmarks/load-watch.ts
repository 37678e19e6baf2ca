import { readdir, readFile } from "node:fs/promises";
import type { ServerProcess } from "../faults/server-process.ts";

const EVERY_MS = 100;

/** The resident memory of a server in MiB: before a load, at its peak, and some time after. */
export interface Memory {
  before: number;
  most: number;
  after: number;
}

/** What a server held during a load. */
export interface Watched<Result> {
  result: Result;
  memory: Memory;
  /** The highest number of open files and sockets. */
  descriptors: number;
}

/**
 * Watches a server from outside during a load, by Linux's process information. Elsewhere the
 * figures are NaN.
 */
export async function watch<Result>(
  server: ServerProcess,
  load: () => Promise<Result>,
): Promise<Watched<Result>> {
  const before = await residentMemory(server);
  let most = before;
  let descriptors = await openDescriptors(server);
  const observer = setInterval(() => {
    void residentMemory(server).then((now) => (most = Math.max(most, now)));
    void openDescriptors(server).then((now) => (descriptors = Math.max(descriptors, now)));
  }, EVERY_MS);
  const result = await load();
  clearInterval(observer);
  return { result, memory: { before, most, after: await residentMemory(server) }, descriptors };
}

async function residentMemory(server: ServerProcess): Promise<number> {
  const status = await readFile(`/proc/${server.pid() ?? 0}/status`, "utf8").catch(() => "");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024);
}

async function openDescriptors(server: ServerProcess): Promise<number> {
  return (await readdir(`/proc/${server.pid() ?? 0}/fd`).catch(() => undefined))?.length ?? Number.NaN;
}

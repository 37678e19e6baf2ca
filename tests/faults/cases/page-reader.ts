import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "../client.ts";

/** What a citizen saw who asked for one page after the other, each over a new connection. */
export interface PagesRead {
  median: number;
  p99: number;
  pages: number;
  failed: number;
  summary: string;
}

const PAUSE_MS = 20;

/** Reads pages for some time, as a citizen does while others attack or post. */
export async function readPages(origin: string, ms: number): Promise<PagesRead> {
  const durations: number[] = [];
  const failures: string[] = [];
  const end = performance.now() + ms;
  while (performance.now() < end) {
    const client = createClient(origin);
    await client.get("/servizi/").then(
      ({ status, duration }) => {
        if (status === 200) durations.push(duration);
        else failures.push(String(status));
      },
      (error: unknown) => failures.push(String(error)),
    );
    client.close();
    await sleep(PAUSE_MS);
  }
  durations.sort((a, b) => a - b);
  const at = (share: number) => durations[Math.ceil(share * durations.length) - 1] ?? Infinity;
  const [median, p99] = [at(0.5), at(0.99)];
  const failed = failures.length > 0 ? `failed: ${[...new Set(failures)].join(", ")}` : "none failed";
  const summary = `${durations.length} pages in ${median.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ${failed}`;
  return { median, p99, pages: durations.length, failed: failures.length, summary };
}

/** The same in a process of its own, so that whoever posts in this one does not delay it. */
export async function readPagesElsewhere(origin: string, ms: number): Promise<PagesRead> {
  const reader = fork(import.meta.filename, [origin, String(ms)]);
  const [read] = (await once(reader, "message")) as [PagesRead];
  return read;
}

const [, program, origin = "", ms = ""] = process.argv;
if (program === import.meta.filename) process.send?.(await readPages(origin, Number(ms)));

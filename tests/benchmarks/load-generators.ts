import { setTimeout as sleep } from "node:timers/promises";

/**
 * The result of a load: the duration of each answered request in milliseconds, and the number of
 * replies by outcome.
 */
export interface LoadResult {
  durations: number[];
  /** Counts by status, or "failed" when the connection broke. */
  outcomes: Map<number | "failed", number>;
  /** Requests that were due while every worker was busy. */
  unsent: number;
  seconds: number;
}

/** Performs one insert or post and returns its status. */
export type Work = () => Promise<number>;

/** Measures capacity: each worker starts its next task when the previous one has finished. */
export async function closedLoop(workers: readonly Work[], ms: number): Promise<LoadResult> {
  const result = newResult();
  const start = performance.now();
  await Promise.all(
    workers.map(async (work) => {
      while (performance.now() - start < ms) await measure(work, result);
    }),
  );
  return { ...result, seconds: (performance.now() - start) / 1_000 };
}

/**
 * Starts tasks at a steady rate, whether or not earlier ones have finished, as citizens do. A task
 * that finds every worker busy is not sent.
 */
export async function openLoop(workers: readonly Work[], perSecond: number, ms: number): Promise<LoadResult> {
  const result = newResult();
  const idle = [...workers];
  const running = new Set<Promise<void>>();
  const start = performance.now();
  let due = 0;
  for (let elapsed = 0; elapsed < ms; elapsed = performance.now() - start) {
    for (; due < (elapsed / 1_000) * perSecond; due++) {
      // Takes the worker that has been idle longest, because the server closes connections that
      // stay idle for seconds.
      const work = idle.shift();
      if (!work) {
        result.unsent++;
        continue;
      }
      const run = measure(work, result).then(() => {
        idle.push(work);
        running.delete(run);
      });
      running.add(run);
    }
    await sleep(2);
  }
  await Promise.all(running);
  return { ...result, seconds: (performance.now() - start) / 1_000 };
}

function newResult(): Omit<LoadResult, "seconds"> {
  return { durations: [], outcomes: new Map(), unsent: 0 };
}

async function measure(work: Work, { durations, outcomes }: Omit<LoadResult, "seconds">): Promise<void> {
  const start = performance.now();
  const outcome = await work().catch(() => "failed" as const);
  durations.push(performance.now() - start);
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}

/** Combines several rounds of the same load. */
export function sumUp(results: readonly LoadResult[]): LoadResult {
  const outcomes = new Map<number | "failed", number>();
  for (const [outcome, count] of results.flatMap((result) => [...result.outcomes])) {
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + count);
  }
  return {
    durations: results.flatMap(({ durations }) => durations),
    outcomes,
    unsent: results.reduce((sum, { unsent }) => sum + unsent, 0),
    seconds: results.reduce((sum, { seconds }) => sum + seconds, 0),
  };
}

export function throughput({ durations, seconds }: LoadResult): number {
  return durations.length / seconds;
}

/** The duration in milliseconds that `percent` of the requests did not exceed (nearest rank). */
export function percentile({ durations }: LoadResult, percent: number): number {
  const sorted = durations.toSorted((a, b) => a - b);
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? Number.NaN;
}

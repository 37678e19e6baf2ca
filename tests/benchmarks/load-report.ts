import { percentile, throughput } from "./load-generators.ts";
import type { LoadResult } from "./load-generators.ts";
import type { Memory } from "./load-watch.ts";

/** Growth that is not a leak: V8 leaves garbage uncollected while memory is free. */
const MEMORY_MARGIN_MIB = 64;

/** The promises that were broken. */
export const broken: string[] = [];

export function expect(kept: boolean, what: string, otherwise: string): void {
  if (!kept) broken.push(`${what}: ${otherwise}`);
}

export function expectFlatMemory(what: string, memory: Memory): void {
  const { before, after } = memory;
  printMemory(memory);
  expect(!(after - before > MEMORY_MARGIN_MIB), what, `memory grew from ${before} to ${after} MiB`);
}

export function printMemory({ before, most, after }: Memory): void {
  console.log(`  memory ${before} MiB before, ${most} at most, ${after} after`);
}

export function onlyStatuses({ outcomes }: LoadResult, ...allowed: readonly number[]): boolean {
  return [...outcomes.keys()].every((outcome) => allowed.some((status) => status === outcome));
}

export function print(name: string, result: LoadResult): void {
  const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(result, percent).toFixed(1));
  const outcomes = [...result.outcomes].map(([outcome, count]) => `${outcome}: ${count}`).join(", ");
  const perSecond = `${Math.round(throughput(result))}/s`.padStart(8);
  const unsent = result.unsent > 0 ? `, unsent: ${result.unsent}` : "";
  console.log(`  ${name.padEnd(30)} ${perSecond}  p50 ${p50} p95 ${p95} p99 ${p99} ms  ${outcomes}${unsent}`);
}

/**
 * Measures the worst time that masking takes, for comments of the maximum length. Run it with `node
 * tests/benchmarks/redaction.bench.ts`.
 */
import { redact } from "../../src/feedback/redaction/redact.ts";
import { MAX_COMMENT_LENGTH } from "../../src/shared/feedback-contract.ts";
import { HOSTILE_PIECES as PIECES } from "../fixtures/redaction/hostile-pieces.ts";

const RUNS = 5;

function timed(text: string): number {
  const start = performance.now();
  redact(text);
  return performance.now() - start;
}

/** Takes the best of several runs, to remove the noise of the machine. */
function bestTime(text: string): number {
  return Math.min(...Array.from({ length: RUNS }, () => timed(text)));
}

const first = timed(`${"a1".repeat(MAX_COMMENT_LENGTH / 2 - 1)} 333 0000123`.slice(-MAX_COMMENT_LENGTH));
const results = PIECES.flatMap((left) =>
  ["", ...PIECES].map((right) => {
    const piece = left + right;
    const text = `${piece.repeat(MAX_COMMENT_LENGTH).slice(0, MAX_COMMENT_LENGTH - 1)}!`;
    return { piece, milliseconds: bestTime(text) };
  }),
).sort((a, b) => a.milliseconds - b.milliseconds);

const at = (share: number) => results[Math.floor((results.length - 1) * share)]?.milliseconds.toFixed(2);
console.log(
  `${String(results.length)} texts of ${MAX_COMMENT_LENGTH} units, best of ${RUNS} runs each, in ms`,
);
console.log(
  `median ${at(0.5)}, 99th percentile ${at(0.99)}, worst ${at(1)}; first call of the process ${first.toFixed(2)}`,
);
for (const { piece, milliseconds } of results.slice(-5))
  console.log(milliseconds.toFixed(2), JSON.stringify(piece));

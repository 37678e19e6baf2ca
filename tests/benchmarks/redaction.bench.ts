/**
 * Measures the worst time that masking takes, for comments of the maximum length. Run it with `node
 * tests/benchmarks/redaction.bench.ts`.
 */
import { redact } from "../../src/feedback/redaction/redact.ts";
import { MAX_COMMENT_LENGTH } from "../../src/shared/feedback-contract.ts";

const RUNS = 5;

/**
 * The beginnings of everything that a rule looks for. When repeated, each makes some rule try again
 * at every index.
 */
const PIECES = [
  ...["a", "1", "0", "3", "ll", "a1", "m1 ", "@", "a@", "a.", "a@a.", "a.a@", " ", "  ", "(", "[", "-", "a-"],
  ...[
    "1 ",
    "0 ",
    "3 ",
    "33 ",
    "+",
    "+1",
    "+1 ",
    "00",
    "003",
    "1.",
    "1/",
    "1-",
    "1/1/",
    "12/12-",
    "12:12",
    "0571 ",
  ],
  ...[
    "at ",
    "a at ",
    "chiocciola ",
    "a chiocciola ",
    "punto ",
    "a punto ",
    "tel ",
    "tel e ",
    "legge 1/",
    "prot ",
  ],
  ...[
    "it",
    "IT60X",
    "isee ",
    "inps",
    "4111 ",
    "AB 123 ",
    "12a",
    "ab12",
    "targa ",
    "documento ",
    "RSSMRA80A01H50",
  ],
  ...["333 1234567 ", "a@b.it", "AB123CD", "CA12345AA ", "[tel.]", "é", "😀", "𝟑", "٣", "\u200b", "ﷺ", "½"],
];

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

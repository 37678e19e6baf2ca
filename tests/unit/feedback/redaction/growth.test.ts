import { describe, expect, it } from "vitest";
import { redact } from "../../../../src/feedback/redaction/redact.ts";
import { HOSTILE_PIECES } from "../../../fixtures/redaction/hostile-pieces.ts";

const KEYWORDS = ["tel ", "targa ", "passaporto ", "patente u1", "iban ", "p.iva ", "ig ", "stp ", "prot. "];
const RUNS = ["1", "o", "1o", "1 ", "o ", "a", "a1", "a.", "1.", "1,", "a b "];

/** Texts of one length, each of which makes some rule try again at every index. */
function hostileTexts(length: number): string[] {
  const starts = KEYWORDS.flatMap((keyword) => RUNS.map((run) => keyword + run.repeat(length)));
  const texts = [...starts, ...HOSTILE_PIECES.map((piece) => piece.repeat(length))];
  return texts.flatMap((text) => ["!", "x"].map((end) => text.slice(0, length - 1) + end));
}

/** The processor's time of this thread, which other programs do not change, at its best. */
function effort(texts: readonly string[]): number {
  const times = Array.from({ length: 3 }, () => {
    const before = process.threadCpuUsage();
    for (const text of texts) redact(text);
    const { user, system } = process.threadCpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}

describe("the work of masking", () => {
  it("grows no faster than the square of the length, whatever is typed", () => {
    let before = effort(hostileTexts(40));
    // Step by step, so that a pattern which would take hours at the end fails at the beginning.
    for (const length of [80, 160, 320, 640]) {
      const now = effort(hostileTexts(length));
      // Twice the text: 4 for the square, 8 for the cube, 32 for what can be split anyhow.
      expect(now / before, `${String(length)} units`).toBeLessThan(7);
      before = now;
    }
  });
});

import { readFileSync } from "node:fs";
import { detect } from "../../../../src/shared/redaction/detect.ts";
import type { Finder } from "../../../../src/shared/redaction/detect.ts";

/** One line of a corpus. */
export interface Case {
  category: string;
  text: string;
  /** The placeholder and the personal text of each span, in order. */
  spans: [string, string][];
}

export function readCorpus(name: string): Case[] {
  const file = new URL(`../../../fixtures/redaction/${name}.jsonl`, import.meta.url);
  const lines = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Case);
}

/** How well a finder does on a corpus, counted in spans. `misses` lists every error. */
export interface Score {
  expected: number;
  detected: number;
  recall: number;
  precision: number;
  misses: string[];
}

interface Span {
  placeholder: string;
  start: number;
  end: number;
}

/**
 * Scores a finder strictly. A span counts as found when all its letters and digits are masked under
 * its own name. A detection counts as right when all letters and digits that it masks belong to a
 * span.
 */
export function score(cases: readonly Case[], find: Finder): Score {
  let expected = 0;
  let detected = 0;
  let missed = 0;
  let wrong = 0;
  const misses: string[] = [];
  for (const { text, spans } of cases) {
    const labels = locate(text, spans);
    const detections = detect(text, find);
    for (const label of labels) {
      const named = detections.filter(({ placeholder }) => placeholder === label.placeholder);
      if (covers(text, named, label)) continue;
      missed += 1;
      misses.push(`leaked ${label.placeholder} “${text.slice(label.start, label.end)}” in: ${text}`);
    }
    for (const detection of detections) {
      if (covers(text, labels, detection)) continue;
      wrong += 1;
      misses.push(
        `wrongly ${detection.placeholder} “${text.slice(detection.start, detection.end)}” in: ${text}`,
      );
    }
    expected += labels.length;
    detected += detections.length;
  }
  return { expected, detected, recall: 1 - missed / expected, precision: 1 - wrong / detected, misses };
}

function locate(text: string, spans: Case["spans"]): Span[] {
  let end = 0;
  return spans.map(([placeholder, personal]) => {
    const start = text.indexOf(personal, end);
    if (start < 0) throw new Error(`No “${personal}” in: ${text}`);
    end = start + personal.length;
    return { placeholder, start, end };
  });
}

function covers(text: string, covering: readonly Span[], { start, end }: Span): boolean {
  for (let i = start; i < end; i += 1) {
    const masked = covering.some((span) => span.start <= i && i < span.end);
    if (!masked && /[\p{L}\p{N}]/u.test(String.fromCodePoint(text.codePointAt(i) ?? 0))) return false;
  }
  return true;
}

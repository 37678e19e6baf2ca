import { fold } from "./fold.ts";
import { PLACEHOLDERS } from "./placeholders.ts";
import type { Placeholder } from "./placeholders.ts";
import type { Rule } from "./rule.ts";

/** A piece of personal data. `start` and `end` are UTF-16 indices in the text as typed. */
export interface Detection {
  placeholder: Placeholder;
  start: number;
  end: number;
}

/** Finds one piece of personal data in a folded text. */
export type Finder = (text: string) => Detection | undefined;

const MASKED = new RegExp(PLACEHOLDERS.join("|").replace(/[[\].]/g, "\\$&"), "g");

/**
 * Finds personal data in a text, in order and without overlaps. The text between two findings is
 * searched again by itself. Nothing more is therefore found once all are masked, and masking twice
 * gives the same result as masking once.
 */
export function detect(original: string, find: Finder): Detection[] {
  const { text, offsets } = fold(original);
  const found: Detection[] = [];
  let start = 0;
  for (const { 0: placeholder, index } of text.matchAll(MASKED)) {
    search(start, index);
    start = index + placeholder.length;
  }
  search(start, text.length);
  return found;

  function search(from: number, to: number): void {
    const match = find(text.slice(from, to));
    if (!match) return;
    const start = from + match.start;
    const end = from + match.end;
    search(from, start);
    found.push({ ...match, start: offsets[start] ?? 0, end: offsets[end] ?? 0 });
    search(end, to);
  }
}

/** The first match of the first rule that has one. Matches that `isAllowed` accepts are skipped. */
export function firstMatch(
  rules: readonly Rule[],
  text: string,
  isAllowed: (candidate: string) => boolean = () => false,
): Detection | undefined {
  for (const { placeholder, pattern, accepts } of rules) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const [, before = "", candidate = ""] = match;
      const start = match.index + before.length;
      if (!isAllowed(candidate) && (accepts?.(candidate, text) ?? true))
        return { placeholder, start, end: start + candidate.length };
      pattern.lastIndex = match.index + 1;
    }
  }
  return undefined;
}

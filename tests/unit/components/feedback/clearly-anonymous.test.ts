import { describe, expect, it } from "vitest";
import { isClearlyAnonymous } from "../../../../_includes/components/feedback/clearly-anonymous.ts";
import { redact } from "../../../../src/shared/redaction/redact.ts";
import { readCorpus } from "../../feedback/redaction/corpus.ts";

describe("isClearlyAnonymous", () => {
  it("says so of common sentences", () => {
    for (const text of [
      "",
      "Non trovo la sede.",
      "Tutto chiaro, grazie!",
      "L’orario è sbagliato: il lunedì è chiuso",
    ]) {
      expect(isClearlyAnonymous(text), text).toBe(true);
    }
  });

  it("never says so of a comment that the browser's masking would change", () => {
    const corpus = ["developed", "held-out", "generated", "hard", "innocent"].flatMap(readCorpus);
    const changed = corpus.filter(({ text }) => redact(text) !== text);
    expect(changed.length).toBeGreaterThan(100);
    expect(changed.filter(({ text }) => isClearlyAnonymous(text)).map(({ text }) => text)).toEqual([]);
  });
});

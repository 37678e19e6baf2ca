import { describe, expect, test } from "vitest";
import { countText, gulpease, formatIndex } from "../../../src/readability/gulpease.ts";
import { passage } from "../../../src/readability/passages.ts";
import { sentencesOf } from "../../../src/readability/sentences.ts";

test("letters and digits are counted, marks are not", () => {
  const sentences = sentencesOf(passage("prose", "L'operatore c'è. Alle 9:00!", 1));
  expect(countText(sentences)).toEqual({ sentences: 2, words: 6, letters: 10 + 2 + 4 + 3 });
});

describe("the Gulpease index", () => {
  test("follows the formula of its authors", () => {
    // 89 + (300 × 2 − 10 × 100) / 20
    expect(gulpease({ sentences: 2, words: 20, letters: 100 })).toBe(69);
  });

  test("stays between 0 and 100", () => {
    expect(gulpease({ sentences: 1, words: 1, letters: 2 })).toBe(100);
    expect(gulpease({ sentences: 1, words: 10, letters: 200 })).toBe(0);
  });

  test("is unknown where there is nothing to read", () => {
    expect(gulpease({ sentences: 0, words: 0, letters: 0 })).toBeUndefined();
  });

  test("is never shown as a limit that it does not reach", () => {
    expect(formatIndex(59.99)).toBe("59");
  });
});

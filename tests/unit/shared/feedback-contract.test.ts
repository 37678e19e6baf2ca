import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import {
  answersFor,
  isRating,
  NEGATIVE_ANSWERS,
  normalizeComment,
  POSITIVE_ANSWERS,
} from "../../../src/shared/feedback-contract.ts";

describe("ratings", () => {
  it("are the integers from 1 to 5, and nothing that looks like them", () => {
    expect([1, 2, 3, 4, 5].every(isRating)).toBe(true);
    expect([0, 6, 2.5, "3", null, undefined, NaN, [3]].some(isRating)).toBe(false);
  });

  it("of 4 and 5 ask what went well, from 1 to 3 what went badly", () => {
    expect(([4, 5] as const).map(answersFor)).toEqual([POSITIVE_ANSWERS, POSITIVE_ANSWERS]);
    expect(([1, 2, 3] as const).map(answersFor)).toEqual([
      NEGATIVE_ANSWERS,
      NEGATIVE_ANSWERS,
      NEGATIVE_ANSWERS,
    ]);
  });
});

describe("a comment", () => {
  it("is counted with one unit a line break, composed letters and no outer white space", () => {
    expect(normalizeComment(" \r\nuno\r\ndue\rtre\n ")).toBe("uno\ndue\ntre");
    expect(normalizeComment("e\u0300")).toBe("è");
  });

  it.each([
    ["zero-width spaces and joiners", "\u200b\u200c\u200d\u2060\ufeff"],
    ["soft hyphens", "\u00ad"],
    ["Hangul fillers", "\u3164\uffa0\u115f\u1160"],
    ["marks of direction", "\u200e\u200f\u061c\u202e\u2066\u2069"],
    ["selectors of variants and tags", "\ufe0f\u180b\u{e0100}\u{e0020}"],
    ["mathematics and music that nobody sees", "\u2061\u2064\u{1d173}"],
    ["a grapheme joiner and Khmer vowels that are not shown", "\u034f\u17b4\u17b5"],
    ["blank Braille", "\u2800"],
    ["controls", "\u0001\u007f\u0085"],
    ["these among white space", " \u200b\n\t\u3000\u00ad\u2028 \u3164"],
  ])("of nothing but %s is none", (_, text) => {
    expect(normalizeComment(text)).toBe("");
  });

  it.each(["👨\u200d👩\u200d👧", "co\u00adoperare", "می\u200cخواهم", "❤\ufe0f", "\u200b.", "한\u3164"])(
    "keeps what is invisible in a text that is not: %j",
    (text) => {
      expect(normalizeComment(text)).toBe(text.normalize("NFC"));
    },
  );

  it("stays the same when it is normalised again", () => {
    const once = normalizeComment("  a\r\n\u1e9b\u0323 😀  ");
    expect(normalizeComment(once)).toBe(once);
  });
});

it("costs a browser bundle nothing but what is used", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents:
        'import { FEEDBACK_ENDPOINT } from "./src/shared/feedback-contract.ts"; fetch(FEEDBACK_ENDPOINT)',
      resolveDir: ".",
    },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  expect(outputFiles[0]?.text.length).toBeLessThan(60);
});

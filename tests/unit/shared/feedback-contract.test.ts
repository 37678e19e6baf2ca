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

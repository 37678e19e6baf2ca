import { describe, expect, it } from "vitest";
import { colonOf, commaOf, fullStopOf, spaceOf } from "../../../src/shared/punctuation.ts";

describe("a language's punctuation", () => {
  it("is Italian's in most languages in Latin and Cyrillic script", () => {
    for (const lang of ["it", "en", "ro", "sq", "uk"])
      expect([commaOf(lang), colonOf(lang), fullStopOf(lang)]).toEqual([", ", ": ", "."]);
  });

  it("keeps the French colon on the line of what it follows", () => {
    expect(colonOf("fr")).toBe("\u00a0: ");
  });

  it("has the comma of the Arabic script, and the full stop of each of its languages", () => {
    expect([commaOf("ar"), colonOf("ar"), fullStopOf("ar")]).toEqual(["، ", ": ", "."]);
    expect([commaOf("ur"), colonOf("ur"), fullStopOf("ur")]).toEqual(["، ", ": ", "۔"]);
  });

  it("has the wide marks of Chinese, which need no space", () => {
    expect([commaOf("zh"), colonOf("zh"), fullStopOf("zh"), spaceOf("zh")]).toEqual(["，", "：", "。", ""]);
    expect(["it", "ur", "bn"].map(spaceOf)).toEqual([" ", " ", " "]);
  });

  it("ends Bengali sentences by a stroke", () => {
    expect(fullStopOf("bn")).toBe("।");
  });
});

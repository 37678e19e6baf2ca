import { describe, expect, it } from "vitest";
import { fold } from "../../../../src/shared/redaction/fold.ts";

/** Numbering systems with decimal digits that the runtime can format. */
const NUMBERING_SYSTEMS = Intl.supportedValuesOf("numberingSystem").filter((system) =>
  /^\p{Nd}+$/u.test(new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(1234567890)),
);

describe("folding", () => {
  it.each(NUMBERING_SYSTEMS)("reads the digits of the numbering system %s", (system) => {
    const digits = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false }).format(1234567890);
    expect(fold(digits).text).toBe("1234567890");
  });

  it("drops what is invisible, and accents", () => {
    expect(fold("3\u200b3\u00ad3\ufeff 1\ufe0f\u20e3 perché").text).toBe("333 1 perche");
  });

  it("makes one of the many spaces and dashes", () => {
    expect(fold("a\u00a0b\u3000c\nd‐e–f−g").text).toBe("a b c d-e-f-g");
  });

  it("keeps a character that stands for several, so that the text does not grow", () => {
    expect(fold("½ ㎏ ⑳").text).toBe("½ ㎏ ⑳");
  });

  it("tells where each unit comes from, and the end", () => {
    expect(fold("𝟑\u200b3").offsets).toEqual([0, 3, 4]);
    expect(fold("").offsets).toEqual([0]);
  });

  it("counts leading invisible characters to the first unit", () => {
    expect(fold("\u200b3").offsets).toEqual([0, 2]);
  });
});

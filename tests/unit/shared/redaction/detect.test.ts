import { describe, expect, it } from "vitest";
import { detect, firstMatch } from "../../../../src/shared/redaction/detect.ts";
import { rule } from "../../../../src/shared/redaction/rule.ts";

const letters = rule("[doc.]", "^|\\W", "x+(?!\\w)");
const numbers = rule("[tel.]", "", "\\d+");
const find = (text: string) => firstMatch([numbers, letters], text);

describe("detection", () => {
  it("finds in order of place, with indices in the text as typed", () => {
    expect(detect("\u200bx １２", find)).toEqual([
      { placeholder: "[doc.]", start: 0, end: 2 },
      { placeholder: "[tel.]", start: 3, end: 5 },
    ]);
  });

  it("searches again what lies beside a finding", () => {
    expect(detect("xx12", find).map(({ placeholder }) => placeholder)).toEqual(["[doc.]", "[tel.]"]);
  });

  it("passes over placeholders", () => {
    const any = rule("[doc.]", "", "[a-z]+");
    expect(detect("[mail]", (text) => firstMatch([any], text))).toEqual([]);
  });

  it("goes on after a candidate that is not accepted", () => {
    const even = rule("[tel.]", "", "\\d{2}", (body) => Number(body) % 2 === 0);
    expect(firstMatch([even], "133 24")).toEqual({ placeholder: "[tel.]", start: 4, end: 6 });
  });
});

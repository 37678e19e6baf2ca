import { describe, expect, it } from "vitest";
import {
  constantsOf,
  dropOverridden,
  inlineConstants,
  splitPrint,
} from "../../../src/assets/reduce-styles.ts";

describe("constants", () => {
  it("are what only the root sets, with the last value", () => {
    const css = ":root{--a:1px;--b:2px}p{--b:3px}@media print{:root{--c:1}}:root{--a:4px}";
    expect([...constantsOf(css)]).toEqual([["--a", "4px"]]);
  });

  it("are written out wherever they are used, also in each other", () => {
    const constants = new Map([
      ["--a", "1px"],
      ["--b", "var(--a) 2px"],
    ]);
    expect(inlineConstants("p{margin:var(--b);gap:var(--c)}", constants)).toBe(
      "p{margin:1px 2px;gap:var(--c)}",
    );
  });
});

describe("a declaration that never shows", () => {
  it.each([
    ["p{color:red}p{color:blue}", "p{}p{color:blue}"],
    ["p,a{color:red}p{color:blue}a{color:blue}", "p,a{}p{color:blue}a{color:blue}"],
    ["@media print{p{color:red}}p{color:blue}", "@media print{p{}}p{color:blue}"],
    ["p{margin-block-end:1px}p{margin:0}", "p{}p{margin:0}"],
  ])("is removed: %s", (css, reduced) => {
    expect(dropOverridden(css)).toBe(reduced);
  });

  it.each([
    ["of other elements", "p,a{color:red}p{color:blue}"],
    ["that a rule for some media overrides", "p{color:red}@media print{p{color:blue}}"],
    ["that is important", "p{color:red!important}p{color:blue}"],
    ["for browsers that do not know the next one", "p{color:red;color:oklch(0 0 0)}"],
    ["that a longhand overrides in part", "p{margin:0}p{margin-block-end:1px}"],
  ])("is not one %s", (_case, css) => {
    expect(dropOverridden(css)).toBe(css);
  });
});

it("takes the rules for paper out, in their order", () => {
  expect(
    splitPrint("@media print{a{top:0}}p{top:0}@media print{p{top:1px}}@media screen{a{top:2px}}"),
  ).toEqual({
    screen: "p{top:0}@media screen{a{top:2px}}",
    print: "a{top:0}p{top:1px}",
  });
});

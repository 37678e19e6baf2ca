import { describe, expect, it } from "vitest";
import { adaptBootstrapItalia } from "../../../src/assets/bootstrap-italia.ts";

describe("Bootstrap Italia's style sheet, made for both directions", () => {
  it.each([
    ["margin-left:1px", "margin-inline-start:1px"],
    ["padding-right:1px", "padding-inline-end:1px"],
    ["left:0", "inset-inline-start:0"],
    ["right:0", "inset-inline-end:0"],
    ["border-left:1px solid", "border-inline-start:1px solid"],
    ["border-right-color:red", "border-inline-end-color:red"],
    ["padding-top:1px", "padding-block-start:1px"],
    ["bottom:0", "inset-block-end:0"],
    ["max-width:1px", "max-inline-size:1px"],
    ["height:1px", "block-size:1px"],
    ["text-align:left!important", "text-align:start!important"],
    ["text-align:right", "text-align:end"],
  ])("has %s as %s", (physical, logical) => {
    expect(adaptBootstrapItalia(`@media print{a{${physical}}}`)).toBe(`@media print{a{${logical}}}`);
  });

  it.each(["margin:0 1px", "background-position:left", "text-align:center", "line-height:1", "--left:1px"])(
    "keeps %s",
    (declaration) => {
      expect(adaptBootstrapItalia(`a{${declaration}}`)).toBe(`a{${declaration}}`);
    },
  );
});

describe("Bootstrap Italia's style sheet, made for these pages", () => {
  it("leaves out what they do not have, and nothing else of the same rule", () => {
    expect(adaptBootstrapItalia(".it-footer-main .it-brand-wrapper a,h2{margin:0}")).toBe("h2{margin:0}");
    expect(adaptBootstrapItalia("code,output{margin:0}")).toBe("");
  });
});

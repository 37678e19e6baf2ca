import { describe, expect, it } from "vitest";
import { compileStyles } from "../../../src/assets/styles.ts";

const { main, tables } = await compileStyles();
const css = main.screen;

describe("the style sheet", () => {
  it("keeps the version that the national validator reads", () => {
    expect(css).toMatch(/--bootstrap-italia-version: ?"2\.\d+\.\d+"/);
  });

  it("keeps the rules that templates name", () => {
    expect(css).toMatch(/\.btn-primary\b/);
    expect(css).toMatch(/\.breadcrumb-item\b/);
    expect(css).toMatch(/\.phone-line\b/);
  });

  it("keeps the rules of classes that only facts and script give", () => {
    expect(css).toMatch(/\.text-nowrap\b/);
  });

  it("drops the rules that no template names", () => {
    expect(css).not.toMatch(/\.text-warning\b/);
    expect(css).not.toMatch(/\.float-end\b/);
  });

  it("names no side that another direction of writing would turn", () => {
    expect(
      css.match(/[{;](margin|padding|border)-(left|right)|[{;](left|right):|text-align:(left|right)/g),
    ).toBeNull();
  });

  it("leaves the rules for paper to a sheet that screens do not wait for", () => {
    expect(main.print).toMatch(/\.d-print-none\{display:none!important\}/);
    expect(tables.print).toMatch(/\.table-scroll\{overflow:visible\}/);
    for (const { screen } of [main, tables]) expect(screen).not.toMatch(/@media print|@page/);
  });

  it("has no constant by its name, not even in the sheet of tables", () => {
    expect(css + tables.screen).not.toMatch(/var\(--(color|space)-/);
  });

  it("fetches nothing", () => {
    expect(css).not.toMatch(/@import|url\((?!["']?data:)/);
  });

  it("is minified and has nothing that could close its element", () => {
    expect(css).not.toContain("\n\n");
    expect(css).not.toContain("</");
  });
});

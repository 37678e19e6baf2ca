import { describe, expect, it } from "vitest";
import { registerFrontMatter } from "../../../src/config/front-matter.ts";

interface Options {
  engines: { yaml: (source: string) => unknown };
}

/** Front matter as Eleventy parses it. */
function parse(source: string): unknown {
  const registered: object[] = [];
  registerFrontMatter({ setFrontMatterParsingOptions: (options) => registered.push(options) });
  const [options] = registered as Options[];
  return options?.engines.yaml(source);
}

describe("front matter", () => {
  it("keeps dates as the text that the editor wrote, free of time zones", () => {
    expect(parse("updated: 2024-05-02T15:33\npublished: 2026-11-23")).toEqual({
      updated: "2024-05-02T15:33",
      published: "2026-11-23",
    });
  });

  it("does not take Italian or English words for truth values", () => {
    expect(parse("title: no\nnavTitle: on")).toEqual({ title: "no", navTitle: "on" });
  });
});

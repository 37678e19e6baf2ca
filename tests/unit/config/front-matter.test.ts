import { describe, expect, it } from "vitest";
import { registerFrontMatter } from "../../../src/config/front-matter.ts";
import { bilingualState } from "./fixture-state.ts";

const state = bilingualState({});

interface Options {
  engines: { yaml: (source: string, options: { filePath?: string }) => unknown };
}

/** Front matter as Eleventy parses it. */
function parse(source: string, filePath = "_includes/pages/thanks.njk"): unknown {
  const registered: object[] = [];
  registerFrontMatter({ setFrontMatterParsingOptions: (options) => registered.push(options) }, state);
  const [options] = registered as Options[];
  return options?.engines.yaml(source, { filePath });
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

  it("of a page is what the content model made of it: a translation has its source's facts", () => {
    const page = state.current().pages.find(({ url }) => url === "/en/servizi/aiuto/");
    const data = parse("title: English", page?.file) as Record<string, unknown>;
    expect(data).toEqual(page?.data);
    expect(data["topics"]).toEqual(["Assistenza sociale", "Immigrazione"]);
    delete data["topics"];
    expect(page?.data).toHaveProperty("topics");
  });
});

import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../../../src/content-model/markdown/markdown.ts";
import { splitSections } from "../../../../src/content-model/markdown/sections.ts";

describe("sections", () => {
  test("run from one H2 to the next, with label, anchor and line", () => {
    expect(
      splitSections("\n## A chi è rivolto\n\nA tutti.\n\n### Poi\n\nAltro.\n\n## Come fare\nCosì.\n"),
    ).toEqual([
      {
        label: "A chi è rivolto",
        id: "a-chi-e-rivolto",
        line: 2,
        markdown: "A tutti.\n\n### Poi\n\nAltro.",
        headingIds: ["poi"],
      },
      { label: "Come fare", id: "come-fare", line: 10, markdown: "Così.", headingIds: [] },
    ]);
  });

  test("are not split inside code, lists or quotations", () => {
    const body = "## Uno\n\n```\n## No\n```\n\n- ## Nemmeno\n\n> ## Mai\n\n    ## Codice\n";
    expect(splitSections(body).map(({ label }) => label)).toEqual(["Uno"]);
  });

  test("start at an underlined heading too", () => {
    expect(splitSections("Uno\n---\n\nTesto.")).toEqual([
      { label: "Uno", id: "uno", line: 1, markdown: "Testo.", headingIds: [] },
    ]);
  });

  test("have labels without markup", () => {
    expect(splitSections("## Il **grande** `codice`\n\nX")[0]?.label).toBe("Il grande codice");
  });

  test("take link definitions of the whole body along", () => {
    const [first] = splitSections(
      '## Uno\n\n[qui][x]\n\n## Due\n\nTesto.\n\n[x]: /servizi/ "I \\"servizi\\""\n',
    );
    const html = createMarkdown(() => "").render(first?.markdown ?? "");
    expect(html).toBe('<p><a href="/servizi/" title="I &quot;servizi&quot;">qui</a></p>\n');
  });

  test("have the anchors that they are given, also for the headings within", () => {
    const anchors = ["a-chi-e-rivolto", "poi", "come-fare"];
    const sections = splitSections("## من\n\n### ثم\n\nنص.\n\n## كيف\n", anchors);
    expect(sections.map(({ id, headingIds }) => [id, ...headingIds])).toEqual([
      ["a-chi-e-rivolto", "poi"],
      ["come-fare"],
    ]);
    const [first] = sections;
    const html = createMarkdown(() => "").render(first?.markdown ?? "", { headingIds: first?.headingIds });
    expect(html).toBe('<h3 id="poi">ثم</h3>\n<p>نص.</p>\n');
  });

  test("are none in a body without H2", () => {
    expect(splitSections("Testo.")).toEqual([]);
  });
});

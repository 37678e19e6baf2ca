import { describe, expect, test } from "vitest";
import { createMarkdown } from "../../../../src/content-model/markdown/markdown.ts";
import {
  firstTextLine,
  placedTokens,
  readSections,
  sectionWords,
  tokensBelowHeading,
  withAnchors,
} from "../../../../src/content-model/markdown/section.ts";

const md = createMarkdown(({ name }) => `[${name}]`);

function labels(markdown: string): string[] {
  return readSections(markdown, 1).flatMap(({ level, label }) => (level === 2 ? [label] : []));
}

describe("the sections of a page", () => {
  test("run from one H2 to the next, with label, anchor, lines of the file and words", () => {
    const markdown =
      "\nPrima.\n\n## A chi è rivolto\n\nA tutti.\n\n### Poi\n\nAltro.\n\n## Come fare\nCosì.\n";
    expect(
      readSections(markdown, 7).map(({ level, label, id, line, lines, headings, tokens }) => ({
        level,
        label,
        id,
        line,
        lines: lines.length,
        headings: headings.map((heading) => `${heading.line}: ${heading.id}`),
        words: sectionWords({ tokens }),
      })),
    ).toEqual([
      { level: 1, label: "", id: "", line: 7, lines: 3, headings: [], words: ["prima"] },
      {
        level: 2,
        label: "A chi è rivolto",
        id: "a-chi-e-rivolto",
        line: 10,
        lines: 8,
        headings: ["10: a-chi-e-rivolto", "14: poi"],
        words: [
          ...["<h2>", "a", "chi", "è", "rivolto", "</h2>"],
          ...["a", "tutti", "<h3>", "poi", "</h3>", "altro"],
        ],
      },
      {
        level: 2,
        label: "Come fare",
        id: "come-fare",
        line: 18,
        lines: 3,
        headings: ["18: come-fare"],
        words: ["<h2>", "come", "fare", "</h2>", "così"],
      },
    ]);
  });

  test("have words that tell what a translation has in common with them", () => {
    const [section] = readSections(
      "3. Vai, **presto**, al [_Centro_](/centro/)!\n\n|A|\n|-|\n|{{ ente }}: 5 €|\n",
      1,
    );
    expect(section && sectionWords(section).join(" ")).toBe(
      "<ol3> <li> vai presto al centro </centro/> </li> </ol> <table> <th> a </th> <td> {{ente}} 5 € </td> </table>",
    );
  });

  test("are not split inside code, lists or quotations", () => {
    expect(labels("## Uno\n\n```\n## No\n```\n\n- ## Nemmeno\n\n> ## Mai\n\n    ## Codice\n")).toEqual([
      "Uno",
    ]);
  });

  test("start at an underlined heading too, and have labels without markup", () => {
    expect(labels("Uno\n---\n\nTesto.\n\n## Il **grande** `codice`\n\nX")).toEqual([
      "Uno",
      "Il grande codice",
    ]);
  });

  test("are one part without heading in a page without H2", () => {
    expect(readSections("Testo.", 1).map(({ level, label }) => [level, label])).toEqual([[1, ""]]);
  });

  test("are rendered from their own tokens, with the link definitions of the whole page", () => {
    const [, first] = readSections('## Uno\n\n[qui][x]\n\n## Due\n\n[x]: /servizi/ "I servizi"\n', 1);
    const html = md.renderer.render([...(first ? tokensBelowHeading(first) : [])], md.options, {});
    expect(html).toBe('<p><a href="/servizi/" title="I servizi">qui</a></p>\n');
  });

  test("know the line of each token, also within a paragraph", () => {
    const [section] = readSections("Uno\n[due](/due/)\n\n- tre\n  [quattro](/quattro/)\n", 5);
    const links = placedTokens(section?.tokens ?? []).filter(({ token }) => token.type === "link_open");
    expect(links.map(({ token, line }) => `${line}: ${token.attrGet("href")}`)).toEqual([
      "6: /due/",
      "9: /quattro/",
    ]);
  });

  test("know where there is something to read besides headings", () => {
    const [opening, empty, full] = readSections("\n## Uno\n\n### Sotto\n\n## Due\n\n{{linea:x}}\n", 1);
    expect([opening, empty, full].map((section) => section && firstTextLine(section))).toEqual([
      undefined,
      undefined,
      8,
    ]);
  });

  test("take the anchors of other headings, and leave the sections that they were made from alone", () => {
    const sections = readSections("## من\n\n### ثم\n\nنص.\n\n## كيف\n", 1);
    const named = withAnchors(sections, ["a-chi-e-rivolto", "poi", "come-fare"]);
    expect(named.map(({ id, headings }) => [id, ...headings.map((heading) => heading.id)])).toEqual([
      [""],
      ["a-chi-e-rivolto", "a-chi-e-rivolto", "poi"],
      ["come-fare", "come-fare"],
    ]);
    const html = md.renderer.render([...(named[1] ? tokensBelowHeading(named[1]) : [])], md.options, {});
    expect(html).toBe('<h3 id="poi">ثم</h3>\n<p>نص.</p>\n');
    expect(sections[1]?.tokens[0]?.attrGet("id")).not.toBe("a-chi-e-rivolto");
  });
});

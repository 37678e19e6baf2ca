import { describe, expect, it } from "vitest";
import { wideTables } from "../../../../src/config/markdown/tables.ts";
import { createMarkdown } from "../../../../src/content-model/markdown/markdown.ts";
import { bilingualBuild } from "../../../support/fixture-build.ts";

const markdown = createMarkdown(() => "").use(
  wideTables,
  bilingualBuild({ "table.label": "Table: {columns}" }),
);
const render = (text: string, lang = "it") => markdown.render(text, { lang });

describe("a table", () => {
  it("stands in a box that can be reached with the keyboard and has a name", () => {
    const html = render('| ISEE | *Costo* & "altro" |\n|---|---|\n| 1 | 2 |\n');
    expect(html).toMatch(
      /^<div class="table-scroll" role="group" tabindex="0" aria-label="Tabella: ISEE, Costo &#38; &#34;altro&#34;"><table>/,
    );
    expect(html).toMatch(/<\/table><\/div>\n$/);
    expect(render("| A | B |\n|---|---|\n", "en")).toContain(`aria-label="Table: A, B"`);
  });

  it("is named by its first row that has words", () => {
    expect(render("| | |\n|---|---|\n| Lunedì | 9:00 |\n| Martedì | 10:00 |\n")).toContain(
      `aria-label="Tabella: Lunedì, 9:00"`,
    );
  });

  it("aligns columns by classes, never by a style attribute", () => {
    const html = render("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |\n");
    expect(html).not.toContain("style=");
    expect(html).toContain(`<td>1</td>\n<td class="column-start">2</td>`);
    expect(html).toContain(`<th class="column-center">c</th>\n<th class="column-end">d</th>`);
  });
});

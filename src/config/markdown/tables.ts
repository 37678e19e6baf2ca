import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import type { PageContext } from "../../content-model/markdown/fact-references.ts";
import { commaOf } from "../../shared/punctuation.ts";
import type { Build } from "../build.ts";
import { escapeHtml } from "../language/html.ts";
import { t } from "../language/strings.ts";
import { withAttribute, withoutAttribute } from "./render-tokens.ts";

/** The class for each column alignment. The content security policy forbids style attributes. */
const ALIGNMENT: Readonly<Record<string, string>> = {
  "text-align:left": "column-start",
  "text-align:center": "column-center",
  "text-align:right": "column-end",
};

/**
 * markdown-it plugin: puts each table in a box that scrolls if the table is wider than the page.
 * The box can be focused with the keyboard, because not every browser scrolls it with the arrow
 * keys otherwise. It is named after the table's first row.
 */
export function wideTables(md: MarkdownIt, build: Build): void {
  md.renderer.rules["table_open"] = (tokens, index, options, { lang }: PageContext, self) => {
    const columns = firstRow(tokens.slice(index)).join(commaOf(lang));
    const label = escapeHtml(t(build, "table.label", lang, { columns }));
    return `<div class="table-scroll" role="group" tabindex="0" aria-label="${label}">${self.renderToken(tokens, index, options)}`;
  };
  md.renderer.rules["table_close"] = () => "</table></div>\n";
  for (const cell of ["th_open", "td_open"]) {
    md.renderer.rules[cell] = (tokens, index, options, _env, self) => {
      const changed = tokens.map((token, place) => (place === index ? alignedByClass(token) : token));
      return self.renderToken(changed, index, options);
    };
  }
}

function alignedByClass(token: Token): Token {
  const name = ALIGNMENT[token.attrGet("style") ?? ""];
  return name === undefined ? token : withAttribute(withoutAttribute(token, "style"), "class", name);
}

/** The texts of the first row that has any. */
function firstRow(table: readonly Token[]): string[] {
  const end = table.findIndex(({ type }) => type === "table_close");
  let row: string[] = [];
  for (const token of table.slice(0, end)) {
    if (token.type === "tr_open" && row.length > 0) break;
    if (token.type !== "inline") continue;
    const text = (token.children ?? [])
      .filter(({ type }) => type === "text" || type === "code_inline")
      .map(({ content }) => content)
      .join("");
    if (text.trim() !== "") row = [...row, text.trim()];
  }
  return row;
}

import { type HtmlElement, Parser, StaticConfigLoader } from "html-validate";
import MarkdownIt from "markdown-it";
import { DOCUMENT_RULES } from "./html-rules.ts";
import { collapse } from "./words.ts";

export type { HtmlElement } from "html-validate";

const config = await new StaticConfigLoader(DOCUMENT_RULES).getConfigFor("page.html");
const { unescapeAll } = new MarkdownIt().utils;

/**
 * The tree of a page's HTML, as the validator reads it.
 * @throws when the HTML cannot be read at all
 */
export function parseHtml(html: string): HtmlElement {
  return new Parser(config).parseHtml(html);
}

/** The text of an element, white space collapsed as a reader sees it; empty when there is no element. */
export function textOf(element: HtmlElement | null | undefined): string {
  return collapse(decode(element?.textContent ?? ""));
}

/** The value of an attribute; undefined where there is none. */
export function attributeOf(element: HtmlElement | null | undefined, name: string): string | undefined {
  const value = element?.getAttributeValue(name);
  return value === null || value === undefined ? undefined : decode(value);
}

/** The elements that the national validator finds by this `data-element`. */
export function marked(within: HtmlElement, name: string): HtmlElement[] {
  return within.querySelectorAll(`[data-element="${name}"]`);
}

/** The tree keeps character references as they were written; the Markdown reader knows them all, and backslashes besides. */
function decode(text: string): string {
  return text.includes("&") ? unescapeAll(text.replaceAll("\\", "\\\\")) : text;
}

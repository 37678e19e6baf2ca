import { type HtmlElement, Parser, StaticConfigLoader } from "html-validate";
import MarkdownIt from "markdown-it";
import { DOCUMENT_RULES } from "./html-rules.ts";

export type { HtmlElement } from "html-validate";

const config = await new StaticConfigLoader(DOCUMENT_RULES).getConfigFor("page.html");
const { unescapeAll } = new MarkdownIt().utils;

/**
 * Parses a page's HTML with the parser of the validator.
 * @throws Error when the HTML cannot be parsed
 */
export function parseHtml(html: string): HtmlElement {
  return new Parser(config).parseHtml(html);
}

/** Returns an element's text with collapsed white space, or an empty string without an element. */
export function textOf(element: HtmlElement | null | undefined): string {
  return collapse(decode(element?.textContent ?? ""));
}

/** Returns the value of an attribute, or undefined where there is none. */
export function attributeOf(element: HtmlElement | null | undefined, name: string): string | undefined {
  const value = element?.getAttributeValue(name);
  return value === null || value === undefined ? undefined : decode(value);
}

/** Finds the elements that the national validator looks for by this `data-element`. */
export function marked(within: HtmlElement, name: string): HtmlElement[] {
  return within.querySelectorAll(`[data-element="${name}"]`);
}

/**
 * Decodes character references, which the tree keeps as written. The Markdown reader knows them
 * all, but would also resolve backslashes.
 */
function decode(text: string): string {
  return text.includes("&") ? unescapeAll(text.replaceAll("\\", "\\\\")) : text;
}

/** Collapses white space as a browser does. */
export function collapse(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

import type { MarkdownIt } from "markdown-it";
import type { Token } from "markdown-it";
import type { PageContext } from "../content-model/markdown/fact-references.ts";
import { languageFilters } from "./filters/languages.ts";
import type { Build } from "./build.ts";

/**
 * markdown-it plugin: a link that a translation copied from its source leads to the page of its own language. Where
 * that page is not translated it leads to the source, and says so.
 */
export function localLinks(markdown: MarkdownIt, build: Build): void {
  const { localUrl, sourceLanguage } = languageFilters(build);
  markdown.core.ruler.push("local_links", ({ tokens, env }) => {
    const { lang } = env as PageContext;
    if (lang === sourceLanguage()) return;
    for (const token of tokens.flatMap(({ children }) => children ?? [])) localize(token, lang);
  });

  function localize(token: Token, lang: string): void {
    const address = token.type === "link_open" ? token.attrGet("href") : null;
    if (address === null) return;
    const local = localUrl(address, lang);
    token.attrSet("href", local);
    if (isSourcePage(local, address)) token.attrSet("hreflang", sourceLanguage());
  }

  /** Whether an address of this site stayed as it was. */
  function isSourcePage(local: string, written: string): boolean {
    return local === written && build.urls.has(written.split("#")[0] ?? "");
  }
}

import type { MarkdownIt } from "markdown-it";
import type { Token } from "markdown-it";
import type { PageContext } from "../../content-model/markdown/fact-references.ts";
import type { Build } from "../build.ts";
import { localUrl, sourceLanguage } from "../language/languages.ts";
import { withAttribute } from "./render-tokens.ts";

/**
 * markdown-it plugin: links that a translation copied from its source lead to the page in the
 * translation's language. If that page is not translated, the link leads to the source and says so.
 */
export function localLinks(markdown: MarkdownIt, build: Build): void {
  markdown.renderer.rules["link_open"] = (tokens, index, options, { lang }: PageContext, self) => {
    const changed = tokens.map((token, place) => (place === index ? localized(token, lang) : token));
    return self.renderToken(changed, index, options);
  };

  function localized(token: Token, lang: string): Token {
    const address = token.attrGet("href");
    if (lang === sourceLanguage(build) || address === null) return token;
    const local = localUrl(build, address, lang);
    const link = withAttribute(token, "href", local);
    return isSourcePage(local, address) ? withAttribute(link, "hreflang", sourceLanguage(build)) : link;
  }

  /** True if the link stays on this site, but its page is not translated. */
  function isSourcePage(local: string, written: string): boolean {
    return local === written && build.urls.has(written.split("#")[0] ?? "");
  }
}

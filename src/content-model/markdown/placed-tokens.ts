import MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { createMarkdown } from "./markdown.ts";

/** A Markdown token with its line, counted from `firstLine` of the parse. */
export interface PlacedToken {
  token: Token;
  line: number;
}

const page = createMarkdown(() => "").use(inlineLines);
const withHtml = new MarkdownIt({ html: true }).use(inlineLines);

/** The tokens that the page will be rendered from, each inline token followed by its children. */
export function placedTokens(markdown: string, firstLine: number): PlacedToken[] {
  return place(page.parse(markdown, {}), firstLine);
}

/** The same with raw HTML recognised, which the page renders as text: this is how checks find it. */
export function placedTokensWithHtml(markdown: string, firstLine: number): PlacedToken[] {
  return place(withHtml.parse(markdown, {}), firstLine);
}

function place(tokens: readonly Token[], firstLine: number): PlacedToken[] {
  let line = firstLine;
  return tokens.flatMap((token) => {
    if (token.map) line = firstLine + token.map[0];
    const start = line;
    const children = (token.children ?? []).map((child) => ({
      token: child,
      line: start + (child.map?.[0] ?? 0),
    }));
    return [{ token, line }, ...children];
  });
}

/** markdown-it plugin: gives inline tokens a `map` too, relative to the text that holds them. The parser leaves it null. */
function inlineLines(md: MarkdownIt): void {
  md.inline.State = class extends md.inline.State {
    override push(...parameters: Parameters<MarkdownIt["inline"]["State"]["prototype"]["push"]>): Token {
      return this.#mark(super.push(...parameters));
    }

    override pushPending(): Token {
      return this.#mark(super.pushPending());
    }

    #mark(token: Token): Token {
      const line = this.src.slice(0, this.pos).split("\n").length - 1;
      token.map = [line, line + 1];
      return token;
    }
  };
}

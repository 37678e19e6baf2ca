import type { MarkdownIt, Token } from "markdown-it";
import type { PageContext } from "../../content-model/markdown/fact-references.ts";

/**
 * Draws tokens that the content model parsed, by the rules of this room. The tokens stay as they
 * are: a rule that wants another attribute draws a copy.
 * @param change of each token within a line, such as a mark on one of them.
 */
export function draw(
  markdown: MarkdownIt,
  tokens: readonly Token[],
  page: PageContext,
  change: (token: Token) => Token = (token) => token,
): string {
  const changed = tokens.map((token) =>
    token.children?.some((child) => change(child) !== child)
      ? copyOf(token, { children: token.children.map(change) })
      : token,
  );
  return markdown.renderer.render(changed, markdown.options, page);
}

/** A copy of a token with an attribute more, or with another value of it. */
export function withAttribute(token: Token, name: string, value: string): Token {
  const attributes = new Map(token.attrs ?? []).set(name, value);
  return copyOf(token, { attrs: [...attributes] });
}

/** A copy of a token without an attribute. */
export function withoutAttribute(token: Token, name: string): Token {
  return copyOf(token, { attrs: (token.attrs ?? []).filter(([other]) => other !== name) });
}

function copyOf(token: Token, changes: Partial<Token>): Token {
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, changes);
}

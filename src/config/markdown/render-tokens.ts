import type { MarkdownIt, Token } from "markdown-it";
import type { PageContext } from "../../content-model/markdown/fact-references.ts";

/**
 * Renders tokens with the rules of this folder, without changing the tokens. A rule that needs
 * another attribute renders a copy.
 * @param change applied to each inline token, for example to mark one of them
 */
export function renderTokens(
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

/** A copy of a token with an attribute added or replaced. */
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

import slugifyWords from "@sindresorhus/slugify";
import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";

/** A heading's anchor, a topic's or category's address: lower case, accents folded, words joined by hyphens. */
export function slugify(text: string): string {
  return slugifyWords(text, { decamelize: false });
}

/** The words of an inline token, without its markup. */
export function plainText(inline: Token): string {
  return (inline.children ?? [])
    .map(({ type, content }) => (type === "softbreak" || type === "hardbreak" ? " " : content))
    .join("");
}

/** The part of markdown-it's `env` that gives headings other anchors than their words would. */
export interface HeadingAnchors {
  /** By position, for every heading of the text; a heading beyond the list goes by its words. */
  headingIds?: readonly string[] | undefined;
}

/**
 * markdown-it plugin: each heading gets its `id`, the one that {@link HeadingAnchors} gives it (a translation has the
 * anchors of its source), else what {@link slugify} makes of its words.
 */
export function headingIds(md: MarkdownIt): void {
  md.core.ruler.push("heading_ids", ({ tokens, env }) => {
    // The environment is whatever the caller of the parser passes on.
    const { headingIds: given } = (env ?? {}) as HeadingAnchors;
    let position = 0;
    for (const [index, token] of tokens.entries()) {
      const inline = tokens[index + 1];
      if (token.type !== "heading_open" || !inline) continue;
      token.attrSet("id", given?.[position] ?? slugify(plainText(inline)));
      position++;
    }
  });
}

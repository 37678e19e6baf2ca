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

/** markdown-it plugin: each heading gets the `id` that {@link slugify} makes of its words. */
export function headingIds(md: MarkdownIt): void {
  md.core.ruler.push("heading_ids", ({ tokens }) => {
    for (const [index, token] of tokens.entries()) {
      const inline = tokens[index + 1];
      if (token.type === "heading_open" && inline) token.attrSet("id", slugify(plainText(inline)));
    }
  });
}

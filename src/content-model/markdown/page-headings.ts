import { plainText, slugify } from "./headings.ts";
import type { Heading, PlacedToken } from "./section.ts";

export type { Heading } from "./section.ts";

/** The headings of a page, in order, with the anchors that their words make. */
export function pageHeadings(tokens: readonly PlacedToken[]): Heading[] {
  return tokens.flatMap(({ token, line }, index) => {
    const inline = tokens[index + 1]?.token;
    if (token.type !== "heading_open" || !inline) return [];
    const text = plainText(inline).trim();
    const hasFact = (inline.children ?? []).some(({ type }) => type === "fact_inline");
    return [
      { level: Number(token.tag.slice(1)), text, id: slugify(text), line, top: token.level === 0, hasFact },
    ];
  });
}

const BLOCKS_WITH_CONTENT = new Set(["fence", "code_block", "fact_block", "html_block"]);

/** The line of the first thing to read that is no heading, within [from, to); undefined when there is none. */
export function firstContentLine(
  tokens: readonly PlacedToken[],
  from: number,
  to: number,
): number | undefined {
  return tokens.find(({ token, line }, index) => {
    if (line < from || line >= to) return false;
    if (BLOCKS_WITH_CONTENT.has(token.type)) return true;
    const inHeading = tokens[index - 1]?.token.type === "heading_open";
    return token.type === "inline" && !inHeading && token.content.trim() !== "";
  })?.line;
}

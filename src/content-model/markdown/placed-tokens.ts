import { type PlacedToken, placedTokens as place } from "./section.ts";
import { parseMarkdown } from "./markdown.ts";

export type { PlacedToken } from "./section.ts";

/** The tokens that the page will be rendered from, each inline token followed by its children. */
export function placedTokens(markdown: string, firstLine: number): PlacedToken[] {
  return place(parseMarkdown(markdown, firstLine));
}

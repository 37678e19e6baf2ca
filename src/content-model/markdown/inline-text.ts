import type { Token } from "markdown-it";

/** The words of an inline token, without markup. */
export function plainText({ children }: Pick<Token, "children">): string {
  return (children ?? [])
    .map(({ type, content }) => (type === "softbreak" || type === "hardbreak" ? " " : content))
    .join("");
}

const LABELS = new Set(["heading_open", "th_open"]);

/** Neither a letter nor a space, so that no term is found across it. */
const GAP = "\uFFFC";

/**
 * True for the inline token of a text, false for that of a heading or another label.
 * @param before the token before it
 */
export function isRunningText(inline: Token, before: Token | undefined): boolean {
  return inline.type === "inline" && !LABELS.has(before?.type ?? "");
}

/**
 * The page's own words in an inline token: without links, which lead to more information, facts and
 * code.
 */
export function ownWords(inline: Token): string {
  let links = 0;
  const words = (inline.children ?? []).map(({ type, content, nesting }) => {
    if (type === "link_open" || type === "link_close") links += nesting;
    if (links > 0) return GAP;
    if (type === "softbreak" || type === "hardbreak") return " ";
    return type === "text" || nesting !== 0 ? content : GAP;
  });
  return words.join("");
}

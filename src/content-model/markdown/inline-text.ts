import type { Token } from "markdown-it";

/** The words of an inline token, without its markup. */
export function plainText(inline: Token): string {
  return (inline.children ?? [])
    .map(({ type, content }) => (type === "softbreak" || type === "hardbreak" ? " " : content))
    .join("");
}

const LABELS = new Set(["heading_open", "th_open"]);

/** No letter and no space: nothing is read across it. */
const GAP = "\uFFFC";

/** Whether an inline token is text to read, not the words of a heading; `before` is the token before it. */
export function isRunningText(inline: Token, before: Token | undefined): boolean {
  return inline.type === "inline" && !LABELS.has(before?.type ?? "");
}

/** The words of an inline token that are the page's own: no links, which lead to where more is said, no facts, no code. */
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

import { spokenNumber, spokenText } from "./spoken-text.ts";

const BLOCKS = "h1,h2,h3,h4,p,li,th,td,caption,figcaption,dt,dd,summary,div";
/** What is not text of the page, or is not shown. */
const SKIPPED = "nav,svg,button,.page-actions,.print-only,[hidden],details:not([open])";

/**
 * The text of an element as it is spoken, one piece for each heading, paragraph,
 * list item and cell.
 * @param range the phrase for a span of time
 */
export function readableBlocks(root: Element, range: string): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const blocks: string[] = [];
  let last: Element | null = null;
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode;
    if (!parentElement || !textContent || parentElement.closest(SKIPPED)) continue;
    const block = parentElement.closest(BLOCKS);
    const text = parentElement.closest("[href^=tel]")
      ? spokenNumber(textContent)
      : spokenText(textContent, range);
    const before = block === last ? blocks.pop() : undefined;
    blocks.push((before ?? "") + text);
    last = block;
  }
  return blocks;
}

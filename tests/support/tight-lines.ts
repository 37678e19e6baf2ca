import type { Page } from "@playwright/test";

/**
 * Lists the texts whose lines are set tighter, for their size, than those of the page's headings.
 * Headings are set as tight as the letters of a language allow. Digits need no room below, and a
 * caption of a code is an address.
 */
export function tightLines(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const spacing = (element: Element) => {
      const { lineHeight, fontSize } = getComputedStyle(element);
      return parseFloat(lineHeight) / parseFloat(fontSize);
    };
    const headings = Array.from(document.querySelectorAll("h1, h2"), spacing);
    const least = Math.min(...headings) - 0.01;
    return Array.from(document.body.querySelectorAll(":not(figcaption)"))
      .filter((element) =>
        Array.from(element.childNodes).some(
          (node) => node.nodeType === Node.TEXT_NODE && /\p{L}/u.test(node.nodeValue ?? ""),
        ),
      )
      .filter((element) => spacing(element) < least)
      .map(({ localName, className, textContent }) => `${localName}.${className}: ${textContent}`);
  });
}

import type { Page } from "playwright-core";

/** The width that WCAG 2.2 (1.4.10) requires: 1280 px enlarged four times. */
export const REFLOW_WIDTH = 320;

/**
 * Returns the page's width and the elements that overflow the window, deepest first. Returns
 * nothing when the page does not scroll sideways.
 */
export function widerThanTheWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = Array.from(document.body.querySelectorAll("*")).filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < -1 || right > clientWidth + 1;
    });
    return [
      `${scrollWidth} px`,
      ...wide.reverse().map((element) => `${element.localName}.${element.getAttribute("class") ?? ""}`),
    ];
  });
}

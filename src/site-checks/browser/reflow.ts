import type { Page } from "playwright-core";

/** The width of WCAG 2.2, 1.4.10: 1280 px enlarged four times. */
export const REFLOW_WIDTH = 320;

/** How wide the page is and the elements that stick out of the window, deepest first; empty when nothing scrolls sideways. */
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

import type { Page } from "@playwright/test";

/** More stops than any page has. A page that is not left by then traps the focus. */
const MAX_STOPS = 200;

export interface Stop {
  name: string;
  marked: boolean;
  uncovered: boolean;
}

/** The focused element, or undefined once the focus has left the page. */
function currentStop(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const stop = document.activeElement;
    if (stop === null || stop === document.body) return undefined;
    // A control that its label draws shows the focus on the label.
    const label = stop instanceof HTMLInputElement ? stop.labels?.[0] : undefined;
    const drawn = [stop, label].filter((element) => element instanceof Element);
    const marked = drawn.some((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    });
    const [box = new DOMRect()] = (label ?? stop).getClientRects();
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const uncovered = top !== null && drawn.some((element) => element.contains(top));
    return { name: (label ?? stop).textContent.trim() || stop.outerHTML, marked, uncovered };
  });
}

/**
 * Presses the Tab key until the focus leaves the page.
 * @throws Error when it never does
 */
export async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < MAX_STOPS) {
    await page.keyboard.press("Tab");
    const stop = await currentStop(page);
    if (stop === undefined) return stops;
    stops.push(stop);
  }
  throw new Error(`The Tab key does not leave ${page.url()}`);
}

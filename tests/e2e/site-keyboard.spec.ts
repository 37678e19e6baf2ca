import { expect, test, type Page } from "@playwright/test";
import { MAIN_PATHS } from "../support/site.ts";

/** More than any page has: what is not left by then is a trap. */
const MAX_STOPS = 200;

interface Stop {
  name: string;
  marked: boolean;
  uncovered: boolean;
}

/** What the Tab key has reached: undefined once it has left the page. */
function currentStop(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const stop = document.activeElement;
    if (stop === null || stop === document.body) return undefined;
    // A control that is drawn by its label is marked there.
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

async function tabThrough(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < MAX_STOPS) {
    await page.keyboard.press("Tab");
    const stop = await currentStop(page);
    if (stop === undefined) return stops;
    stops.push(stop);
  }
  throw new Error(`The Tab key does not leave ${page.url()}`);
}

for (const forcedColors of ["none", "active"] as const) {
  test.describe(forcedColors === "active" ? "in forced colours" : "in common colours", () => {
    // Without motion the page does not scroll or fade while it is looked at.
    test.use({ contextOptions: { forcedColors, reducedMotion: "reduce" } });

    for (const path of MAIN_PATHS) {
      test(`on ${path} the Tab key shows where it is, and leaves the page again`, async ({ page }) => {
        await page.goto(path);

        const stops = await tabThrough(page);

        expect(stops.length).toBeGreaterThan(10);
        expect(stops.filter(({ marked, uncovered }) => !marked || !uncovered)).toEqual([]);
      });
    }
  });
}

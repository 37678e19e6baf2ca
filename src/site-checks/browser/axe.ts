import axe from "axe-core";
import italian from "axe-core/locales/it.json" with { type: "json" };
import type { Page } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** The checker, with its own Italian words. */
const CHECKER = `${axe.source};axe.configure({locale:${JSON.stringify(italian)}});`;

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/**
 * Runs every WCAG 2.0-2.2 A and AA rule and the best practices; one line a violation and element, in Italian. The
 * checker is called as it is: its driver for Playwright looks into frames, which no page has, and takes twice as long.
 */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  await page.evaluate(CHECKER);
  return page.evaluate(async (tags) => {
    const { violations } = await window.axe.run({ runOnly: tags, resultTypes: ["violations"] });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help}: ${target.join(" ")}`),
    );
  }, TAGS);
}

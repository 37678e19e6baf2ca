import axe from "axe-core";
import italian from "axe-core/locales/it.json" with { type: "json" };
import type { Page } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** The source of the accessibility checker, with its Italian messages. */
const CHECKER = `${axe.source};axe.configure({locale:${JSON.stringify(italian)}});`;

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/**
 * Reports each violation of the WCAG 2.0 to 2.2 rules (A and AA) and of the best practices, in
 * Italian. Each element gets its own line. axe-core is called directly, because its Playwright
 * driver also searches frames, which no page has, and takes twice as long.
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

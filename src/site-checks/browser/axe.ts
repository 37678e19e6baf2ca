import { createRequire } from "node:module";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** The checker that comes with its driver, with its own Italian words. */
const fromDriver = createRequire(import.meta.resolve("@axe-core/playwright"));
const { source } = fromDriver("axe-core") as { source: string };
const italian = JSON.stringify(fromDriver("axe-core/locales/it.json"));
const axeSource = `${source};axe.configure({locale:${italian}});`;

/** Runs every WCAG 2.0-2.2 A and AA rule and the best practices; one line a violation and element, in Italian. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  // A page has no frame of another site: in this mode the checker opens no second page for each.
  const axe = new AxeBuilder({ page, axeSource }).setLegacyMode();
  const { violations } = await axe
    .options({ resultTypes: ["violations"] })
    .withTags(TAGS)
    .analyze();
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${violation.help}: ${node.target.join(" ")}`),
  );
}

import type { Locator, Page } from "@playwright/test";

/** Finds the elements that the national validator looks for by this `data-element`. */
export function element(scope: Page | Locator, name: string): Locator {
  return scope.locator(`[data-element="${name}"]`);
}

/** The texts of all matching elements, with collapsed white space. */
export async function texts(locator: Locator): Promise<string[]> {
  return (await locator.allTextContents()).map((text) => text.replaceAll(/\s+/g, " ").trim());
}

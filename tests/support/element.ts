import type { Locator, Page } from "@playwright/test";

/** The elements that the national validator finds by this `data-element`. */
export function element(scope: Page | Locator, name: string): Locator {
  return scope.locator(`[data-element="${name}"]`);
}

/** The texts of all matching elements, white space collapsed as a reader sees it. */
export async function texts(locator: Locator): Promise<string[]> {
  return (await locator.allTextContents()).map((text) => text.replaceAll(/\s+/g, " ").trim());
}

import type { Page } from "@playwright/test";

/**
 * Opens each path in turn and collects what `inspect` finds wrong there.
 *
 * @returns the findings by path, without the paths that are fine: `{}` when all are
 */
export async function findOnPages(
  page: Page,
  paths: readonly string[],
  inspect: (path: string) => Promise<readonly string[]>,
): Promise<Record<string, readonly string[]>> {
  const findings: Record<string, readonly string[]> = {};
  for (const path of paths) {
    await page.goto(path);
    const found = await inspect(path);
    if (found.length > 0) findings[path] = found;
  }
  return findings;
}

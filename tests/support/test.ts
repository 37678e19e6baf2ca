import { test as base } from "@playwright/test";
import { siteToday } from "../../src/shared/site-today.ts";

export { expect } from "@playwright/test";

/**
 * For a test of what the browser decides: storage, network, navigation, focus, native posts. What
 * the script decides is the same in every browser.
 */
export const ALSO_IN_FIREFOX = { tag: "@firefox" };

/** Playwright's `test`, with the browser's clock on the day of `SITE_TODAY` where it is set. */
export const test = base.extend({
  context: async ({ context }, use) => {
    if (process.env["SITE_TODAY"]) await context.clock.install({ time: siteToday(process.env) });
    await use(context);
  },
});

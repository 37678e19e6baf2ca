import { test as base } from "@playwright/test";
import { siteToday } from "../../src/shared/site-today.ts";

export { expect } from "@playwright/test";

/** Playwright's `test`, with the browser's clock on the day of `SITE_TODAY` where it is set. */
export const test = base.extend({
  context: async ({ context }, use) => {
    if (process.env["SITE_TODAY"]) await context.clock.install({ time: siteToday(process.env) });
    await use(context);
  },
});

import type { Page } from "@playwright/test";

/** What browsers print to the console about a header that they reject. */
const ABOUT_POLICIES = /content.security.policy|permissions.policy|unrecognized feature|refused to/i;

/**
 * Collects every policy violation that the browser reports from now on, on this page and on later
 * ones. The returned array grows.
 */
export async function collectViolations(page: Page): Promise<string[]> {
  const violations: string[] = [];
  page.on("console", (message) => {
    if (ABOUT_POLICIES.test(message.text())) violations.push(message.text());
  });
  await page.exposeFunction("recordViolation", (text: string) => violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      const { recordViolation } = window as typeof window & { recordViolation: (text: string) => void };
      recordViolation(`${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  return violations;
}

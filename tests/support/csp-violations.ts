import type { Page } from "@playwright/test";

/** What browsers say in the console of a header that they do not like. */
const ABOUT_POLICIES = /content.security.policy|permissions.policy|unrecognized feature|refused to/i;

/** Whatever the browser reports from now on as against a policy, on this page and those after it: the array grows. */
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

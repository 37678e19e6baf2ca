import { expect, test, type Page } from "@playwright/test";
import { findOnPages } from "../support/find-on-pages.ts";
import { allPaths, SHEET } from "../support/site.ts";
import { ENDPOINT, feedbackForm, nextAnswer, withoutScripts } from "./feedback-form.ts";

/** What browsers say in the console of a header that they do not like. */
const ABOUT_POLICIES = /content.security.policy|permissions.policy|unrecognized feature|refused to/i;

/** Whatever the browser reports from now on as against a policy, on this page and those after it: the array grows. */
async function collectViolations(page: Page): Promise<string[]> {
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

test("no page breaks its own content security policy", async ({ page }) => {
  test.slow();
  const violations = await collectViolations(page);

  const findings = await findOnPages(page, [...allPaths(), "/non-esiste/"], async () => {
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return violations.splice(0);
  });

  expect(findings).toEqual({});
});

test("the policy is in force: what a page did not bring along is stopped and reported", async ({ page }) => {
  const violations = await collectViolations(page);
  await page.goto(SHEET);

  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    const style = document.createElement("style");
    style.textContent = "h1 { display: none }";
    document.head.append(script, style);
    document.body.setAttribute("onclick", "window.ran = true");
    document.body.click();
    document.body.removeAttribute("onclick");
    return "ran" in window;
  });

  expect(ran).toBe(false);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect.poll(() => violations.join("\n")).toMatch(/script-src-elem inline/);
  await expect.poll(() => violations.join("\n")).toMatch(/style-src-elem inline/);
  await expect.poll(() => violations.join("\n")).toMatch(/script-src-attr inline/);
});

test("the form works within the policy, in two steps", async ({ page }) => {
  const violations = await collectViolations(page);
  await page.goto(SHEET);
  const form = feedbackForm(page);
  await form.star(4).check();
  await form.next.click();
  await form.comment.fill("Tutto chiaro");
  const answer = nextAnswer(page);
  await form.send.click();
  expect((await answer).ok()).toBe(true);
  await expect(form.status).toContainText("Grazie");

  expect(violations).toEqual([]);
});

test("a post that must wait works within the policy", async ({ page }) => {
  const violations = await collectViolations(page);
  await page.route(`**${ENDPOINT}`, (route) => route.fulfill({ status: 503 }));
  await page.goto(SHEET);
  const form = feedbackForm(page);
  await form.star(2).check();
  await form.next.click();
  await form.send.click();
  await expect(form.status).toContainText("Ora non riusciamo a ricevere il tuo parere.");

  expect(violations).toEqual([]);
});

test("the bare form works within the policy, also on the page that sends it back", async ({ page }) => {
  const violations = await collectViolations(page);
  await withoutScripts(page);
  await page.goto(SHEET);
  const form = feedbackForm(page);
  // The browser does not insist on a rating, because the form tells what is wrong in its own words.
  const refused = nextAnswer(page);
  await form.send.click();
  expect((await refused).status()).toBe(422);
  await expect(form.summary).toContainText("Scegli un voto");
  const font = await page.evaluate(() =>
    document.fonts.load("1em Titillium Web").then(({ length }) => length),
  );
  expect(font).toBe(1);

  await form.star(5).check();
  await form.send.click();
  await expect(page).toHaveURL("/grazie/");
  expect(violations).toEqual([]);
});

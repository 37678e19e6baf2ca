import { findOnPages } from "../../support/find-on-pages.ts";
import { allPaths, SHEET } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";
import { collectViolations } from "./csp-violations.ts";

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

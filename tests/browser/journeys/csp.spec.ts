import { collectViolations } from "../../support/csp-violations.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

test("the policy is in force: anything that is not part of a page is blocked and reported", async ({
  page,
}) => {
  const violations = await collectViolations(page);
  await page.goto(SERVICE_PAGE);

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

import { element } from "../../support/element.ts";
import { site } from "../../support/facts.ts";
import { expect, test } from "../../support/test.ts";

test("the menu marks the section that the reader is in", async ({ page }) => {
  for (const { element: name, url } of site.sections) {
    await page.goto(url);
    await expect(element(page, name)).toHaveAttribute("aria-current", /^(page|true)$/);
  }
});

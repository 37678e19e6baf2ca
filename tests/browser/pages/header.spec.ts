import { element } from "../../support/element.ts";
import { site } from "../../support/facts.ts";
import { homeOf, translations } from "../../support/languages.ts";
import { expect, test } from "../../support/test.ts";

test("the menu marks the section that the reader is in", async ({ page }) => {
  for (const { element: name, url } of site.sections) {
    await page.goto(url);
    await expect(element(page, name)).toHaveAttribute("aria-current", /^(page|true)$/);
  }
});

test("the globe beside the language is drawn in lines, also in forced colours", async ({ page }) => {
  for (const forcedColors of ["none", "active"] as const) {
    await page.emulateMedia({ forcedColors });
    await page.goto("/");
    await expect(page.locator(".dropdown-toggle .icon")).toHaveCSS("fill", "none");
  }
});

for (const { code, name } of translations) {
  test(`the title in ${name} keeps a name in brackets on one line on a telephone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(homeOf(code));
    const broken = await page
      .locator(".it-brand-title .d-inline-block, h1 .d-inline-block")
      .evaluateAll((names) =>
        names
          .filter((name) => {
            const range = document.createRange();
            range.selectNodeContents(name);
            return new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top))).size > 1;
          })
          .map(({ textContent }) => textContent),
      );
    expect(broken).toEqual([]);
  });
}

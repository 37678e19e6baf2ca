import { REFLOW_WIDTH, widerThanTheWindow } from "../../../src/site-checks/browser/reflow.ts";
import { findOnPages } from "../../support/find-on-pages.ts";
import { languages, pathsIn } from "../../support/languages.ts";
import { expect, test } from "../../support/test.ts";

/** Elements whose own text is cut off by their box; what is hidden for sighted readers on purpose is left out. */
function cutOff(): string[] {
  return Array.from(document.body.querySelectorAll<HTMLElement>("*"))
    .filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const clips = [overflowX, overflowY].some((overflow) => overflow === "hidden" || overflow === "clip");
      const overflows =
        element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1;
      return clips && overflows && element.clientHeight > 1 && element.textContent.trim() !== "";
    })
    .map(({ localName, className }) => `cut off: ${localName}.${className}`);
}

test.describe("at 320 px", () => {
  test.use({ viewport: { width: REFLOW_WIDTH, height: 640 } });

  for (const { code, name } of languages) {
    test(`no page in ${name} scrolls sideways`, async ({ page }) => {
      expect(await findOnPages(page, pathsIn(code), () => widerThanTheWindow(page))).toEqual({});
    });
  }
});

for (const width of [1280, 640]) {
  test.describe(`with the text twice as large, at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    for (const { code, name } of languages) {
      test(`no page in ${name} scrolls sideways and no text is cut off`, async ({ page }) => {
        const findings = await findOnPages(page, pathsIn(code), async () => {
          await page.evaluate(() => {
            document.documentElement.style.fontSize = "200%";
          });
          return [...(await widerThanTheWindow(page)), ...(await page.evaluate(cutOff))];
        });

        expect(findings).toEqual({});
      });
    }
  });
}

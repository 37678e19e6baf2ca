import { findOnPages } from "../../support/find-on-pages.ts";
import { SAMPLE_PATHS } from "../../support/languages.ts";
import { expect, test } from "../../support/test.ts";

test("no page needs inline code: a strict content security policy can forbid it", async ({ page }) => {
  const findings = await findOnPages(page, SAMPLE_PATHS, () =>
    page.evaluate(() => {
      const scripts = document.querySelectorAll('script:not([src]):not([type="application/ld+json"])');
      const attributes = Array.from(document.querySelectorAll("*"), (element) =>
        Array.from(element.attributes),
      ).flat();
      const handlers = attributes.filter(
        ({ name, value }) => name.startsWith("on") || name === "style" || /^\s*javascript:/i.test(value),
      );
      return [
        ...Array.from(scripts, (script) => script.outerHTML),
        ...handlers.map(({ name, value }) => `${name}=${value}`),
      ];
    }),
  );

  expect(findings).toEqual({});
});

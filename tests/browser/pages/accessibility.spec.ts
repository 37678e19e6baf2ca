import { accessibilityViolations } from "../../../src/site-checks/browser/axe.ts";
import { findOnPages } from "../../support/find-on-pages.ts";
import { inLanguage, languages, pathsIn, source } from "../../support/languages.ts";
import { MAIN_PATHS } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

const DESKTOP = { width: 1280, height: 900 };
const TELEPHONE = { width: 360, height: 780 };

/** Every page on both; of the translations, which share the layout, the main pages stand for all on a telephone. */
const RUNS = languages.flatMap(({ code, name }) => [
  { name: `${name}, on a desktop`, viewport: DESKTOP, paths: pathsIn(code) },
  {
    name: `${name}, on a telephone`,
    viewport: TELEPHONE,
    paths: code === source.code ? pathsIn(code) : MAIN_PATHS.map((path) => inLanguage(path, code)),
  },
]);

for (const { name, viewport, paths } of RUNS) {
  test.describe(name, () => {
    test.use({ viewport });

    test("no page breaks an accessibility rule", async ({ page }) => {
      expect(await findOnPages(page, paths, () => accessibilityViolations(page))).toEqual({});
    });
  });
}

import { readFileSync } from "node:fs";
import { findOnPages } from "../../support/find-on-pages.ts";
import { SAMPLE_PATHS } from "../../support/languages.ts";
import { expect, test } from "../../support/test.ts";

const PACKAGE = "node_modules/bootstrap-italia";
/** The national validator asks for 30 %. */
const MIN_SHARE = 0.6;

/** The class names that a style sheet has selectors for; strings and addresses are left out, they hold dots too. */
function classNamesOf(css: string): Set<string> {
  const selectors = css.replace(/"[^"]*"|'[^']*'|url\([^)]*\)/g, "");
  const names = selectors.matchAll(/\.(-?[_a-z](?:[\w-]|\\.)*)/gi);
  return new Set(Array.from(names, ([, name = ""]) => name.replaceAll("\\", "")));
}

test("every page declares the version of Bootstrap Italia that is installed", async ({ page }) => {
  const { version } = JSON.parse(readFileSync(`${PACKAGE}/package.json`, "utf8")) as { version: string };

  const findings = await findOnPages(page, SAMPLE_PATHS, async () => {
    const declared = await page.evaluate(() =>
      getComputedStyle(document.body)
        .getPropertyValue("--bootstrap-italia-version")
        .replaceAll(/["']/g, "")
        .trim(),
    );
    return declared === version ? [] : [`declares "${declared}", not ${version}`];
  });

  expect(findings).toEqual({});
});

test("on every page at least 60 % of the class names are Bootstrap Italia's", async ({ page }) => {
  const known = classNamesOf(readFileSync(`${PACKAGE}/dist/css/bootstrap-italia.min.css`, "utf8"));

  const findings = await findOnPages(page, SAMPLE_PATHS, async () => {
    const used = await page.evaluate(() => [
      ...new Set(Array.from(document.querySelectorAll("[class]"), ({ classList }) => [...classList]).flat()),
    ]);
    const own = used.filter((name) => !known.has(name));
    const share = used.length === 0 ? 0 : 1 - own.length / used.length;
    return share >= MIN_SHARE
      ? []
      : [`${Math.round(share * 100)} % of ${used.length}; not known: ${own.join(" ")}`];
  });

  expect(findings).toEqual({});
});

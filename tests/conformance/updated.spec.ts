import { expect, test } from "@playwright/test";
import { findOnPages } from "../support/find-on-pages.ts";
import { languageOfPath, stringsIn } from "../support/languages.ts";
import { contentPaths, SHEET, sitemapPaths } from "../support/site.ts";

/** The words of the language, a date of the century, and a time, in Western digits. */
function updatedIn(lang: string): RegExp {
  return new RegExp(`${stringsIn(lang)["page.updated"]}: [^a-z]*20\\d\\d[^a-z]* \\d\\d:\\d\\d`);
}

test("every content page says when it was last updated, once", async ({ page }) => {
  const sitemap = sitemapPaths();
  const paths = contentPaths().filter((path) => sitemap.includes(path));

  const findings = await findOnPages(page, paths, async (path) => {
    const text = (await page.locator("main").innerText()).replaceAll(/\s+/g, " ");
    const count = text.split(updatedIn(languageOfPath(path))).length - 1;
    return count === 1 ? [] : [`${count} times`];
  });

  expect(findings).toEqual({});
});

test("the sheet says when it was last updated", async ({ page }) => {
  await page.goto(SHEET);

  const text = (await page.locator("main").innerText()).replaceAll(/\s+/g, " ");
  expect(text).toContain("Ultimo aggiornamento: 02/05/2024, 15:33");
});

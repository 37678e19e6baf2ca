import { expect, test } from "@playwright/test";
import { findOnPages } from "../support/find-on-pages.ts";
import { contentPaths, SHEET, sitemapPaths } from "../support/site.ts";

const UPDATED = /Ultimo aggiornamento: \d{2}\/\d{2}\/\d{4}, \d{2}:\d{2}/;

test("every content page says when it was last updated, once", async ({ page }) => {
  const sitemap = sitemapPaths();
  const paths = contentPaths().filter((path) => sitemap.includes(path));

  const findings = await findOnPages(page, paths, async () => {
    const text = (await page.locator("main").innerText()).replaceAll(/\s+/g, " ");
    const count = text.split(UPDATED).length - 1;
    return count === 1 ? [] : [`${count} times`];
  });

  expect(findings).toEqual({});
});

test("the sheet says when it was last updated", async ({ page }) => {
  await page.goto(SHEET);

  const text = (await page.locator("main").innerText()).replaceAll(/\s+/g, " ");
  expect(text).toContain("Ultimo aggiornamento: 02/05/2024, 15:33");
});

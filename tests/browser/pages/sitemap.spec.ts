import { contentPaths, readBuilt, sitemapPaths } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

const PAGES_OF_THE_SITE = [
  "/",
  "/servizi/",
  "/servizi/segretariato-sociale/",
  "/prenota/",
  "/amministrazione/",
  "/novita/",
  "/argomenti/",
  "/domande-frequenti/",
  "/segnala-disservizio/",
  "/privacy/",
  "/note-legali/",
  "/accessibilita/",
  "/mappa-del-sito/",
];

test("the sitemap has the pages that the site is for", () => {
  expect(sitemapPaths()).toEqual(expect.arrayContaining(PAGES_OF_THE_SITE));
});

test("every page of the site can be rated", () => {
  expect(contentPaths()).toEqual(expect.arrayContaining(PAGES_OF_THE_SITE));
});

test("robots.txt names the sitemap", () => {
  expect(readBuilt("robots.txt")).toMatch(/^Sitemap: https:\/\/\S+\/sitemap\.xml$/m);
});

test("an unknown address gets the 404 page with status 404", async ({ page }) => {
  const response = await page.goto("/questa-pagina-non-esiste/");

  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

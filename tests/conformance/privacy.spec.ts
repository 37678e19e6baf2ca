import { expect, test } from "@playwright/test";
import { findOnPages } from "../support/find-on-pages.ts";
import { pathsIn, homeOf, inLanguage, source, translations } from "../support/languages.ts";
import { SHEET } from "../support/site.ts";

/** Every page of one language; the others' differ in their words and in their fonts. */
const PAGES = [
  ...pathsIn(source.code),
  ...translations.flatMap(({ code }) => [homeOf(code), inLanguage(SHEET, code)]),
];

test("no page sets a cookie or asks another server for anything", async ({ page, context, baseURL }) => {
  let foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("data:") && new URL(request.url()).origin !== baseURL)
      foreign.push(request.url());
  });

  const findings = await findOnPages(page, PAGES, async () => {
    await page.waitForLoadState("networkidle");
    const cookies = await context.cookies();
    const found = [...foreign, ...cookies.map(({ name }) => `cookie ${name}`)];
    foreign = [];
    return found;
  });

  expect(findings).toEqual({});
});

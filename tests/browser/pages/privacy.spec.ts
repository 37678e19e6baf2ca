import { findOnPages } from "../../support/find-on-pages.ts";
import { SAMPLE_PATHS } from "../../support/languages.ts";
import { expect, test } from "../../support/test.ts";

test("no page sets a cookie or asks another server for anything", async ({ page, context, baseURL }) => {
  let foreign: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("data:") && new URL(request.url()).origin !== baseURL)
      foreign.push(request.url());
  });

  const findings = await findOnPages(page, SAMPLE_PATHS, async () => {
    await page.waitForLoadState("networkidle");
    const cookies = await context.cookies();
    const found = [...foreign, ...cookies.map(({ name }) => `cookie ${name}`)];
    foreign = [];
    return found;
  });

  expect(findings).toEqual({});
});

import type { APIResponse, Page, Response } from "@playwright/test";
import { compressAtOnce } from "../../../src/hosting/compress.ts";
import {
  ANY_FROZEN_PAGE,
  headerBytes,
  ONE_ROUND_TRIP,
  weightProblems,
} from "../../../src/site-checks/weight.ts";
import { inLanguage, isLatin, languages, pathsIn } from "../../support/languages.ts";
import { allPaths, MAIN_PATHS, SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

interface Fetched {
  url: string;
  bytes: number;
}

/**
 * Opens a page as a first visitor and returns what arrives. Adds the icon, which headless browsers
 * do not request.
 */
async function firstVisit(page: Page, path: string): Promise<Fetched[]> {
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  const downloads = await Promise.all(
    responses.map(async (response) => ({ url: response.url(), bytes: await sentBytes(response) })),
  );
  const icon = await page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel~="icon"]')?.href);
  const iconUrl = icon ?? new URL("/favicon.ico", page.url()).href;
  if (iconUrl.startsWith("data:") || downloads.some(({ url }) => url === iconUrl)) return downloads;
  return [...downloads, { url: iconUrl, bytes: await sentBytes(await page.request.get(iconUrl)) }];
}

/**
 * The size as most hosts send a file. Fonts and images, which are compressed already, keep theirs.
 * The headers count for pages, because they come in the same round trip.
 */
async function sentBytes(response: Response | APIResponse): Promise<number> {
  const body = await response.body();
  const isPage = response.headers()["content-type"]?.startsWith("text/html");
  const headers = isPage ? headerBytes(await response.headersArray()) : 0;
  return headers + Math.min(body.byteLength, compressAtOnce(body, "br").byteLength);
}

/** The URLs of the document and of everything that blocks the first paint. */
function blockingUrls(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const resources = performance.getEntriesByType("resource") as (PerformanceResourceTiming & {
      renderBlockingStatus: "blocking" | "non-blocking";
    })[];
    const blocking = resources.filter(({ renderBlockingStatus }) => renderBlockingStatus === "blocking");
    return [location.href, ...blocking.map(({ name }) => name)];
  });
}

for (const { code, name } of languages) {
  test(`the first visit of the service page in ${name} is light, and its first paint waits for one round trip`, async ({
    page,
  }) => {
    const fetched = await firstVisit(page, inLanguage(SERVICE_PAGE, code));
    const urls = await blockingUrls(page);
    const downloads = fetched.map((file) => ({ ...file, blocking: urls.includes(file.url) }));

    expect(downloads.filter(({ blocking }) => blocking).length).toBe(urls.length);
    const limits = isLatin(code) ? ONE_ROUND_TRIP : ANY_FROZEN_PAGE;
    expect(weightProblems(downloads, await page.locator("*").count(), limits)).toEqual([]);
  });

  test(`every page in ${name} is light, and the main ones come in one round trip`, async ({ request }) => {
    const main = MAIN_PATHS.map((path) => inLanguage(path, code));
    const problems: string[] = [];
    for (const path of pathsIn(code)) {
      const response = await request.get(path, { headers: { "accept-encoding": "br" } });
      const document = { url: response.url(), bytes: await sentBytes(response), blocking: true };
      const limits = isLatin(code) && main.includes(path) ? ONE_ROUND_TRIP : ANY_FROZEN_PAGE;
      problems.push(...weightProblems([document], 0, limits));
    }
    expect(problems).toEqual([]);
  });
}

test("a browser downloads the style sheet for paper without waiting for it", async ({ page }) => {
  const fetched = await firstVisit(page, SERVICE_PAGE);
  const print = fetched.find(({ url }) => url.includes("/print."));

  expect(print?.bytes).toBeGreaterThan(0);
  expect(await blockingUrls(page)).toEqual([page.url()]);
});

test("all pages have one policy, with at most four hashes", async ({ request }) => {
  const policies = new Set<string | undefined>();
  for (const path of allPaths())
    policies.add((await request.head(path)).headers()["content-security-policy"]);

  const [policy = ""] = policies;
  expect(policies.size).toBe(1);
  expect(policy.match(/'sha256-/g)?.length).toBeLessThanOrEqual(4);
});

import type { Page, Response } from "@playwright/test";
import { brotliCompressSync } from "node:zlib";
import { inLanguage, languages, source } from "../support/languages.ts";
import { SHEET } from "../support/site.ts";
import { expect, test } from "../support/test.ts";

const MAX_TOTAL_BYTES = 45_000;
const MAX_REQUESTS = 6;
/** What a server sends in the first round trip: ten packets, RFC 6928. */
const MAX_BLOCKING_BYTES = 14_000;
/** Other scripts write a letter in two or three bytes; none may need a second round trip for more than that. */
const MAX_TRANSLATED_BLOCKING_BYTES = 15_000;
const MAX_ELEMENTS = 500;

interface Download {
  url: string;
  bytes: number;
}

/** Opens a page as a first visitor does and weighs what arrives, with the icon that headless browsers leave out. */
async function firstVisit(page: Page, path: string): Promise<Download[]> {
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  const downloads = await Promise.all(
    responses.map(async (response) => ({ url: response.url(), bytes: transferBytes(await response.body()) })),
  );
  const icon = await page.evaluate(() => document.querySelector<HTMLLinkElement>('link[rel~="icon"]')?.href);
  const iconUrl = icon ?? new URL("/favicon.ico", page.url()).href;
  if (iconUrl.startsWith("data:") || downloads.some(({ url }) => url === iconUrl)) return downloads;
  return [
    ...downloads,
    { url: iconUrl, bytes: transferBytes(await (await page.request.get(iconUrl)).body()) },
  ];
}

/** Brotli at its best quality; what is compressed already (fonts, images) does not get smaller. */
function transferBytes(body: Buffer): number {
  return Math.min(body.byteLength, brotliCompressSync(body).byteLength);
}

function total(downloads: readonly Download[]): number {
  return downloads.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** URLs of the document and of everything that the browser waits for before the first paint. */
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
  const sheet = inLanguage(SHEET, code);

  test(`the first visit of the sheet in ${name} is 45 kB in 6 requests at most`, async ({ page }) => {
    const downloads = await firstVisit(page, sheet);

    expect(downloads.length, JSON.stringify(downloads)).toBeLessThanOrEqual(MAX_REQUESTS);
    expect(total(downloads), JSON.stringify(downloads)).toBeLessThanOrEqual(MAX_TOTAL_BYTES);
  });

  const maxBlocking = code === source.code ? MAX_BLOCKING_BYTES : MAX_TRANSLATED_BLOCKING_BYTES;

  test(`what the first paint of the sheet in ${name} waits for is ${maxBlocking} bytes at most`, async ({
    page,
  }) => {
    const downloads = await firstVisit(page, sheet);
    const urls = await blockingUrls(page);
    const blocking = downloads.filter(({ url }) => urls.includes(url));

    expect(blocking.length).toBe(urls.length);
    expect(total(blocking), JSON.stringify(blocking)).toBeLessThanOrEqual(maxBlocking);
  });
}

test("the sheet has 500 elements at most", async ({ page }) => {
  await page.goto(SHEET);

  expect(await page.locator("*").count()).toBeLessThanOrEqual(MAX_ELEMENTS);
});

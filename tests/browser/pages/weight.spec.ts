import { brotliCompressSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";
import {
  ONE_ROUND_TRIP,
  ONE_ROUND_TRIP_TRANSLATED,
  weightProblems,
} from "../../../src/site-checks/weight.ts";
import { inLanguage, languages, source } from "../../support/languages.ts";
import { SERVICE_PAGE } from "../../support/site.ts";
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

/**
 * The size with Brotli's best quality. Files that are already compressed (fonts, images) keep
 * theirs.
 */
function transferBytes(body: Buffer): number {
  return Math.min(body.byteLength, brotliCompressSync(body).byteLength);
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
    const limits = code === source.code ? ONE_ROUND_TRIP : ONE_ROUND_TRIP_TRANSLATED;
    expect(weightProblems(downloads, await page.locator("*").count(), limits)).toEqual([]);
  });
}

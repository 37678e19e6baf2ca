import { SERVICE_PAGE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

const CONTENT_TYPES = {
  "/sitemap.xml": /^(application|text)\/xml/,
  "/robots.txt": /^text\/plain/,
  "/site.webmanifest": /^application\/manifest\+json/,
  "/favicon.svg": /^image\/svg\+xml/,
  "/novita/feed.xml": /^application\/(atom\+)?xml/,
  "/segretariato-sociale.ics": /^text\/calendar/,
  "/servizi.jsonld": /^application\/ld\+json/,
  "/dati/catalogo.jsonld": /^application\/ld\+json/,
  "/dati/valutazioni.csv": /^text\/csv; charset=utf-8/,
  "/dati/valutazioni.json": /^application\/json/,
};

for (const [path, contentType] of Object.entries(CONTENT_TYPES)) {
  test(`${path} is served as what it is`, async ({ request }) => {
    const response = await request.get(path);

    expect(response.status()).toBe(200);
    expect(response.headers()["content-type"]).toMatch(contentType);
  });
}

test("the feed has the news of the page, newest first", async ({ page }) => {
  await page.goto("/novita/");
  const feed = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
  const titles = await page.locator("main :is(h2, h3) a, main a :is(h2, h3)").allTextContents();

  const entries = await page.evaluate(async (url) => {
    const xml = new DOMParser().parseFromString(await (await fetch(url)).text(), "application/xml");
    return Array.from(xml.querySelectorAll("entry"), (entry) => ({
      title: entry.querySelector("title")?.textContent,
      date: entry.querySelector("published, updated")?.textContent ?? "",
    }));
  }, feed ?? "");

  expect(entries.map(({ title }) => title)).toEqual(titles.map((title) => title.trim()));
  expect(entries.map(({ date }) => date)).toEqual(
    entries
      .map(({ date }) => date)
      .sort()
      .reverse(),
  );
});

test("the web manifest's icons are images of the sizes that it states", async ({ page }) => {
  await page.goto("/");

  const icons = await page.evaluate(async () => {
    const url = document.querySelector<HTMLLinkElement>('link[rel="manifest"]')?.href ?? "";
    const manifest = (await (await fetch(url)).json()) as { icons: { src: string; sizes: string }[] };
    return Promise.all(
      manifest.icons.map(async ({ src, sizes }) => {
        const image = new Image();
        image.src = new URL(src, url).href;
        await image.decode();
        return { sizes, actual: `${image.naturalWidth}x${image.naturalHeight}` };
      }),
    );
  });

  expect(icons.length).toBeGreaterThan(0);
  for (const { sizes, actual } of icons) expect([actual, "any"]).toContain(sizes);
});

test("a shared link shows a card: a picture of 1200 by 630 with its description", async ({ page }) => {
  await page.goto(SERVICE_PAGE);
  const meta = (property: string) => page.locator(`meta[property="${property}"]`);

  await expect(meta("og:title")).toHaveAttribute("content", /Segretariato sociale/);
  await expect(meta("og:image:alt")).toHaveAttribute("content", /\S/);
  const image = new URL((await meta("og:image").getAttribute("content")) ?? "").pathname;
  const size = await page.evaluate(async (src) => {
    const card = new Image();
    card.src = src;
    await card.decode();
    return [card.naturalWidth, card.naturalHeight];
  }, image);
  expect(size).toEqual([1200, 630]);
});

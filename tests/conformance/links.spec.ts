import { LinkChecker, LinkState, type LinkResult } from "linkinator";
import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { readBuilt, SITE, sitemapPaths } from "../support/site.ts";
import { expect, test } from "../support/test.ts";

// One worker, so that the site is crawled once.
test.describe.configure({ mode: "default" });

let crawled: Promise<{ links: LinkResult[] }> | undefined;

/** Follows every link from the home page on, as far as the site goes: other sites are not fetched. */
function crawl(baseURL: string | undefined): Promise<{ links: LinkResult[] }> {
  const { href: home } = new URL("/", baseURL);
  crawled ??= new LinkChecker().check({
    path: home,
    recurse: true,
    checkFragments: true,
    redirects: "error",
    // The site has a page in every language: asked for all at once, a small machine answers some too late.
    concurrency: 8,
    linksToSkip: (link) => Promise.resolve(!link.startsWith(home)),
  });
  return crawled;
}

test("no link is dead and no link is redirected to its page", async ({ baseURL }) => {
  const { links } = await crawl(baseURL);

  const dead = links.filter(({ state }) => state === LinkState.BROKEN);
  expect(dead.map(({ url, status, parent }) => `${parent}: ${url} (${status})`)).toEqual([]);
});

test("every page of the sitemap can be reached from the home page", async ({ baseURL }) => {
  const { links } = await crawl(baseURL);

  const reached = new Set(links.map(({ url }) => new URL(url).pathname));
  expect(sitemapPaths().filter((path) => !reached.has(path))).toEqual([]);
});

test("every absolute address of this site leads to a built file", () => {
  const { origin } = JSON.parse(readBuilt("feedback.json")) as { origin: string };
  const missing = globSync("**/*.{html,xml,txt,ics,webmanifest}", { cwd: SITE }).flatMap((file) =>
    addresses(unfold(readBuilt(file)), origin)
      .filter((path) => !existsSync(join(SITE, path.endsWith("/") ? `${path}index.html` : path)))
      .map((path) => `${file}: ${path}`),
  );

  expect(missing).toEqual([]);
});

/** Joins the lines that iCalendar folds: RFC 5545, section 3.1. */
function unfold(text: string): string {
  return text.startsWith("BEGIN:VCALENDAR") ? text.replaceAll(/\r\n[ \t]/g, "") : text;
}

/** Paths of this site's addresses in any text; an ampersand ends one, as it begins a query or an escaped quote. */
function addresses(text: string, origin: string): string[] {
  const found = text.match(/https?:\/\/[^\s"'<>)\\&]+/g) ?? [];
  const own = found.filter((address) => new URL(address).origin === origin);
  return own.map((address) => decodeURI(new URL(address).pathname));
}

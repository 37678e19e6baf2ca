import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { loadSite } from "../../../src/content-model/load-site.ts";
import { siteDirs } from "../../../src/content-model/reading/site-dirs.ts";
import { chooseTrials, rowFindings, tryForms } from "../../../src/site-checks/browser/feedback-forms.ts";
import { visitPages } from "../../../src/site-checks/browser/visit-pages.ts";
import { type BuiltSite, readBuiltSite } from "../../../src/site-checks/built-site.ts";
import { serveSite } from "../../../src/site-checks/served-site.ts";
import { SITE } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";
import { pageWith, withTinySite } from "../../support/tiny-site.ts";

/** Serves the pages of a made-up site while `use` runs. */
async function whileServed<Result>(
  { pages, files }: BuiltSite,
  use: (url: string) => Promise<Result>,
  headers: Record<string, string> = {},
): Promise<Result> {
  const server = createServer(({ url = "" }, response) => {
    const page = pages.find(({ path }) => path === url);
    const status = (page ?? files.has(url.slice(1))) ? 200 : 404;
    response.writeHead(status, { "Content-Type": "text/html", ...headers }).end(page?.html);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  try {
    return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const ICON = '<link rel="icon" href="data:,">';

/** The findings on a made-up page, as `path subject: message`. */
function found(browser: Browser, main: string, headers: Record<string, string> = {}): Promise<string[]> {
  return withTinySite({ "aiuto/index.html": pageWith(main, ICON) }, async (site) => {
    const findings = await whileServed(
      site,
      (url) => visitPages(site, { browser, url, onPage: () => undefined }),
      headers,
    );
    return findings.map(({ path, subject, message }) => `${path} ${subject}: ${message}`);
  });
}

test("a page without faults has no findings", async ({ browser }) => {
  expect(await found(browser, "<p>A posto.</p>")).toEqual([]);
});

test("an image without text is found, in Italian", async ({ browser }) => {
  expect(await found(browser, '<img src="/aiuto/">')).toEqual([
    expect.stringMatching(/^\/aiuto\/ Accessibilità: image-alt: Le immagini devono/),
  ]);
});

test("content wider than a small screen is found, with its element", async ({ browser }) => {
  expect(await found(browser, '<div class="largo"><svg width="400" height="9"></svg></div>')).toEqual([
    expect.stringMatching(
      /^\/aiuto\/ Larghezza di uno schermo piccolo: più larga di 320 px: 4\d\d px, svg\./,
    ),
  ]);
});

test("requests to other sites and cookies are found", async ({ browser }) => {
  const main = '<img alt="" src="https://altro.invalid/x.png">';
  expect(await found(browser, main, { "Set-Cookie": "chi=tu" })).toEqual([
    "/aiuto/ Riservatezza: la pagina chiede qualcosa a un altro sito: «https://altro.invalid/x.png»",
    "/ Riservatezza: il sito mette un cookie: «chi»",
  ]);
});

test("a page of more than six files is found", async ({ browser }) => {
  const images = Array.from({ length: 6 }, (_, index) => `<img alt="" src="/aiuto/?${index}">`).join("");
  expect(await found(browser, images)).toEqual([
    expect.stringMatching(/^\/aiuto\/ Peso: file da scaricare: al massimo 6; qui sono 7/),
  ]);
});

/**
 * Fills in the forms on two pages of the site under test, of which the first is changed. Returns
 * the findings and rows.
 */
async function tried(browser: Browser, change: (html: string) => string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "forms-"));
  try {
    // The files that the server reads at startup, and the pages with the forms.
    const isNeeded = (file: string) =>
      !file.endsWith(".html") || /(prenota|parere|grazie)\/index.html$/.test(file);
    await cp(SITE, folder, { recursive: true, filter: isNeeded });
    const page = join(folder, "prenota/index.html");
    await writeFile(page, change(await readFile(page, "utf8")));
    const { facts, pages } = await loadSite(siteDirs(process.env));
    if (!facts) throw new Error("The site under test has errors.");
    const site = await readBuiltSite(folder, { facts, pages });
    const trials = chooseTrials(site, new Set(["/prenota/", "/en/prenota/"]));
    const served = await serveSite(folder);
    const visit = { browser, url: served.url, patienceMs: 5_000, onTrial: () => undefined };
    const seen = await tryForms(trials, site, visit);
    return [...seen, ...rowFindings(trials, await served.stop())].map(
      ({ path, message }) => `${path} ${message}`,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

test("a form that works stores one row with script and one without, and thanks", async ({ browser }) => {
  expect(await tried(browser, (html) => html.replace("<main", "<!-- --><main"))).toEqual([]);
});

test("a form with a wrong action is found where no script posts instead", async ({ browser }) => {
  expect(
    await tried(browser, (html) => html.replace('action="/api/feedback"', 'action="/api/pareri"')),
  ).toEqual([
    expect.stringMatching(/^\/prenota\/ senza JavaScript: il grazie non arriva/),
    "/prenota/ senza JavaScript: ci vuole una riga salvata; qui ce ne sono 0",
  ]);
});

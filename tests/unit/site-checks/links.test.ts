import { expect, test } from "vitest";
import { linkFindings } from "../../../src/site-checks/links.ts";
import { ORIGIN, pageWith, withTinySite } from "../../support/tiny-site.ts";

/** The findings in a site with a home page that links to one other page. */
async function found(main: string, files: Record<string, string> = {}): Promise<string[]> {
  const home = pageWith('<a href="/perché/#su">Aiuto</a>');
  const pages = { "index.html": home, "perché/index.html": pageWith(`<h2 id="su">Su</h2>${main}`) };
  const findings = await withTinySite({ ...pages, ...files }, linkFindings);
  return findings.map(({ path, message }) => `${path} ${message}`);
}

test("links that lead to pages, to files, to places of a page and to other sites are right", async () => {
  const links = [
    "../",
    "#su",
    "/#",
    "/foglio.ics",
    `${ORIGIN}/`,
    "https://altro.test/x",
    "tel:112",
    "mailto:a@b.it",
  ];
  const main = links.map((href) => `<a href="${href}">x</a>`).join("");
  expect(await found(`${main}<form action="/api/feedback"></form>`, { "foglio.ics": "" })).toEqual([]);
});

test.each([
  ['<a href="/manca/">x</a>', "link che non porta da nessuna parte: «/manca/»"],
  ['<a href="/perché">x</a>', "link che non porta da nessuna parte: «/perché»"],
  ['<img src="/manca.png">', "link che non porta da nessuna parte: «/manca.png»"],
  ['<form action="/api/pareri"></form>', "link che non porta da nessuna parte: «/api/pareri»"],
  ['<a href="#giu">x</a>', "link a un punto che nella pagina non c'è: «#giu»"],
  ['<a href="/?a&amp;b#giu">x</a>', "link a un punto che nella pagina non c'è: «/?a&b#giu»"],
])("%s leads nowhere", async (main, message) => {
  expect(await found(main)).toEqual([`/perché/ ${message}`]);
});

test("a whole address of the site that no file answers is found in any text, also folded", async () => {
  const calendar = `BEGIN:VCALENDAR\r\nURL:${ORIGIN}/man\r\n ca/\r\nEND:VCALENDAR\r\n`;
  expect(await found("", { "linea.ics": calendar, "sitemap.xml": `<loc>${ORIGIN}/via/</loc>` })).toEqual([
    `/linea.ics indirizzo del sito a cui non c'è niente: «${ORIGIN}/manca/»`,
    `/sitemap.xml indirizzo del sito a cui non c'è niente: «${ORIGIN}/via/»`,
  ]);
});

test("a page that no link leads to is found, unless search engines may not show it", async () => {
  const lost = { "sola/index.html": pageWith("") };
  const hidden = { "grazie/index.html": pageWith("", '<meta name="robots" content="noindex">') };
  expect(await found("", { ...lost, ...hidden })).toEqual(["/sola/ pagina a cui non porta nessun link"]);
});

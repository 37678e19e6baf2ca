import { languageFacts } from "../support/language-facts.ts";
import {
  homeOf,
  inLanguage,
  isLatin,
  languageOfPath,
  languages,
  source,
  stringsIn,
  translations,
} from "../support/languages.ts";
import { allPaths, readBuilt, sitemapPaths } from "../support/site.ts";
import { expect, test } from "../support/test.ts";

const PAGES = allPaths();
/** The citizen's road, below each language's home page. */
const ROAD = ["", "servizi/segretariato-sociale/", "prenota/", "domande-frequenti/", "grazie/", "parere/"];

test("the citizen's road exists in every language", () => {
  const road = languages.flatMap(({ code }) => ROAD.map((path) => homeOf(code) + path));

  expect(road.filter((path) => !PAGES.includes(path))).toEqual([]);
});

test("every page says its language and its direction", async ({ page }) => {
  for (const [path, { lang, dir }] of await languageFacts(page)) {
    const language = languages.find(({ code }) => code === languageOfPath(path)) ?? source;
    expect([lang, dir], path).toEqual([language.code, language.dir === "rtl" ? "rtl" : ""]);
  }
});

test("every page names all its versions, each of them the same ones, and the source for other readers", async ({
  page,
}) => {
  const pages = await languageFacts(page);

  const findings = sitemapPaths().flatMap((path) => {
    const { alternates = {} } = pages.get(path) ?? {};
    const exists = languages.filter(({ code }) => PAGES.includes(inLanguage(path, code)));
    if (exists.length === 1) return Object.keys(alternates).length === 0 ? [] : [[path, alternates]];
    const { "x-default": other, ...versions } = alternates;
    const strangers = Object.entries(versions).filter(
      ([lang, target]) =>
        languageOfPath(target) !== lang ||
        JSON.stringify(pages.get(target)?.alternates) !== JSON.stringify(alternates),
    );
    return Object.keys(versions).length === exists.length &&
      versions[languageOfPath(path)] === path &&
      other === versions[source.code] &&
      strangers.length === 0
      ? []
      : [[path, alternates]];
  });
  expect(findings).toEqual([]);
});

test("the site map names the same versions as the pages", async ({ page }) => {
  const pages = await languageFacts(page);

  const entries = readBuilt("sitemap.xml").match(/<url>[^]*?<\/url>/g) ?? [];
  for (const entry of entries) {
    const [, location = ""] = /<loc>([^<]+)</.exec(entry) ?? [];
    const links = entry.matchAll(/<xhtml:link rel="alternate" hreflang="([^"]+)" href="([^"]+)"\/>/g);
    const alternates = Array.from(links, ([, hreflang = "", href = ""]) => [
      hreflang,
      new URL(href).pathname,
    ]);
    expect(Object.fromEntries(alternates), location).toEqual(
      pages.get(new URL(location).pathname)?.alternates,
    );
  }
});

test("every page that may be found has its own address as the canonical one", async ({ page }) => {
  const pages = await languageFacts(page);

  const canonical = sitemapPaths().map((path) => pages.get(path)?.canonical);
  expect(canonical).toEqual(sitemapPaths());
});

test("on every page the switch lists each language in its own name, and keeps the page where it exists", async ({
  page,
}) => {
  for (const [path, { versions }] of await languageFacts(page)) {
    // The page that a refused form gets back has no address of its own.
    const isAnswer = path.endsWith("/parere/");
    const expected = languages.map(({ code, name, dir }) => {
      const same = isAnswer ? homeOf(code) : inLanguage(path, code);
      return PAGES.includes(same)
        ? { code, lang: code, dir, text: name, path: same }
        : { code, lang: code, dir, text: `${name} – ${stringsIn(code)["nav.home"]}`, path: homeOf(code) };
    });
    expect(
      versions.map((version) => ({ ...version, dir: version.dir || "ltr" })),
      path,
    ).toEqual(expected);
  }
});

test("every link leads to a page of the same language, or says which other", async ({ page }) => {
  for (const [path, { links }] of await languageFacts(page)) {
    const strangers = links.filter((target) => languageOfPath(target) !== languageOfPath(path));
    expect(strangers, path).toEqual([]);
  }
});

test("pages in the source language, and no others, offer each of their versions in its own words", async ({
  page,
}) => {
  for (const [path, { offers, alternates }] of await languageFacts(page)) {
    if (languageOfPath(path) !== source.code) expect(offers, path).toEqual([]);
    else if (sitemapPaths().includes(path)) {
      const codes = translations.map(({ code }) => code).filter((code) => code in alternates);
      expect(
        offers.map(({ code }) => code),
        path,
      ).toEqual(codes);
    }
    expect(new Set(offers.map(({ offer }) => offer)).size, path).toBe(offers.length);
    expect(offers.filter(({ offer, dismiss }) => offer === "" || dismiss === "")).toEqual([]);
  }
});

test("every page in another language says that it is a translation and leads to its source, and no other page does", async ({
  page,
}) => {
  for (const [path, { translationOf }] of await languageFacts(page)) {
    // The page that a refused form gets back has no address of its own.
    const translated = path.endsWith("/parere/") ? "/" : inLanguage(path, source.code);
    expect(translationOf, path).toBe(languageOfPath(path) === source.code ? undefined : translated);
  }
});

test("the body's name and the licence stay in the source language, and say so", async ({ page }) => {
  const pages = await languageFacts(page);

  for (const { code } of languages) {
    const { nameLang, licenceLang } = pages.get(`${homeOf(code)}note-legali/`) ?? {};
    expect([nameLang, licenceLang], code).toEqual([source.code, source.code]);
  }
});

test("pages in another script than Latin load no font", async ({ page }) => {
  for (const [path, { lang, loadsFonts }] of await languageFacts(page)) {
    expect(loadsFonts, path).toBe(isLatin(lang));
  }
});

test("the unknown address is explained in every language", async ({ page }) => {
  await page.goto("/questa-pagina-non-esiste/");

  for (const { code, dir } of translations) {
    const line = page.locator(`main p[lang="${code}"]`);
    await expect(line).toHaveAttribute("dir", dir);
    await expect(line.getByRole("link")).toHaveAttribute("href", homeOf(code));
  }
});

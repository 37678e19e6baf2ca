import { languageFacts } from "../../support/language-facts.ts";
import {
  homeOf,
  inLanguage,
  isLatin,
  languageOfPath,
  languages,
  source,
  stringsIn,
  translations,
} from "../../support/languages.ts";
import { allPaths, sitemapPaths } from "../../support/site.ts";
import { expect, test } from "../../support/test.ts";

const PAGES = allPaths();
/** The citizen's main journey, below each language's home page. */
const ROAD = ["", "servizi/segretariato-sociale/", "prenota/", "domande-frequenti/", "grazie/", "parere/"];

test("the citizen's main journey exists in every language", () => {
  const road = languages.flatMap(({ code }) => ROAD.map((path) => homeOf(code) + path));

  expect(road.filter((path) => !PAGES.includes(path))).toEqual([]);
});

test("on every page the switch lists each language in its own name, and keeps the page where it exists", async ({
  page,
}) => {
  for (const [path, { versions }] of await languageFacts(page)) {
    // The page that shows a refused form has no address of its own.
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
    // The page that shows a refused form has no address of its own.
    const translated = path.endsWith("/parere/") ? "/" : inLanguage(path, source.code);
    expect(translationOf, path).toBe(languageOfPath(path) === source.code ? undefined : translated);
  }
});

test("the authority's name and the licence stay in the source language, and say so", async ({ page }) => {
  const pages = await languageFacts(page);

  for (const { code } of languages) {
    const { nameLang, licenceLang } = pages.get(`${homeOf(code)}note-legali/`) ?? {};
    expect([nameLang, licenceLang], code).toEqual([source.code, source.code]);
  }
});

test("pages in a script other than Latin load no font", async ({ page }) => {
  for (const [path, { lang, loadsFonts }] of await languageFacts(page)) {
    expect(loadsFonts, path).toBe(isLatin(lang));
  }
});

test("an unknown address is explained in every language", async ({ page }) => {
  await page.goto("/questa-pagina-non-esiste/");

  for (const { code, dir } of translations) {
    const line = page.locator(`main p[lang="${code}"]`);
    await expect(line).toHaveAttribute("dir", dir);
    await expect(line.getByRole("link")).toHaveAttribute("href", homeOf(code));
  }
});

import { describe, expect, it } from "vitest";
import { addressesOf } from "../../../../src/config/build.ts";
import { safeHtml } from "../../../../src/config/language/html.ts";
import {
  breadcrumb,
  categoryLinks,
  easyVersion,
  sectionFacts,
  siteTree,
  topicLinks,
  topicsIn,
} from "../../../../src/config/views/navigation.ts";
import type { Page } from "../../../../src/content-model/reading/page.ts";
import { bilingualBuild, fixtureBuild } from "../../../support/fixture-build.ts";

const CATEGORY = "Salute, benessere e assistenza";

const SITE = fixtureBuild();
const english = bilingualBuild(
  { "nav.home": "Home" },
  { Immigrazione: "Immigration", [CATEGORY]: "Health", Notizie: "News" },
);

const EMPTY_PAGE = {
  file: "facile.md",
  frontMatter: { file: "facile.md", value: {}, lineOf: () => 1 },
  sections: [],
  revision: "",
  translation: undefined,
};

describe("the breadcrumb", () => {
  it("leads from the home page through section and category to the service page, which is not a link", () => {
    expect(breadcrumb(SITE, "/servizi/aiuto/", "Aiuto", "it", CATEGORY)).toEqual([
      { text: safeHtml("Home"), url: "/" },
      { text: "Servizi", url: "/servizi/" },
      { text: safeHtml(CATEGORY), url: "/servizi/salute-benessere-e-assistenza/" },
      { text: "Aiuto" },
    ]);
  });

  it("is home and page for a page below the root", () => {
    expect(breadcrumb(SITE, "/privacy/", "Privacy", "it")).toEqual([
      { text: safeHtml("Home"), url: "/" },
      { text: "Privacy" },
    ]);
  });

  it("leaves out an address on the way that has no page", () => {
    expect(breadcrumb(SITE, "/guide/casa/", "Casa", "it").map(({ text }) => String(text))).toEqual([
      "Home",
      "Casa",
    ]);
  });

  it("stays in the language of the page", () => {
    const links = breadcrumb(english, "/en/servizi/aiuto/", "Help", "en", CATEGORY);
    expect(links).toEqual([
      { text: safeHtml("Home"), url: "/en/" },
      { text: "English Servizi", url: "/en/servizi/" },
      { text: safeHtml("Health"), url: "/en/servizi/salute-benessere-e-assistenza/" },
      { text: "Help" },
    ]);
  });
});

describe("links", () => {
  it("lead to the page of each topic, with accents and apostrophes folded", () => {
    expect(
      topicLinks(SITE, ["Assistenza sociale", "Mobilità sostenibile", "Accesso all'informazione"], "it"),
    ).toEqual([
      { text: safeHtml("Assistenza sociale"), url: "/argomenti/assistenza-sociale/" },
      { text: safeHtml("Mobilità sostenibile"), url: "/argomenti/mobilita-sostenibile/" },
      { text: safeHtml("Accesso all'informazione"), url: "/argomenti/accesso-all-informazione/" },
    ]);
  });

  it("lead to the topics that have a page in the language, with what each is about", () => {
    expect(topicsIn(SITE, "it").map(({ text, url }) => [String(text), url])).toEqual([
      ["Assistenza sociale", "/argomenti/assistenza-sociale/"],
      ["Immigrazione", "/argomenti/immigrazione/"],
    ]);
    expect(topicsIn(SITE, "en")).toEqual([]);
    expect(topicsIn(english, "en")).toContainEqual(
      expect.objectContaining({ text: safeHtml("Immigration"), url: "/en/argomenti/immigrazione/" }),
    );
  });

  it("say when a name is not translated", () => {
    expect(topicLinks(english, ["Assistenza sociale"], "en")).toMatchObject([
      { text: safeHtml(`<span lang="it" dir="ltr">Assistenza sociale</span>`) },
    ]);
  });

  it("lead to each category of a section that has a list", () => {
    const news = sectionFacts(SITE, "news");
    expect(news && categoryLinks(SITE, news, "it")).toEqual([
      { text: safeHtml("Notizie"), url: "/novita/notizie/" },
    ]);
    expect(news && categoryLinks(english, news, "en")[0]).toEqual({
      text: safeHtml("News"),
      url: "/en/novita/notizie/",
    });
    expect(sectionFacts(SITE, "live")).toBeUndefined();
  });
});

describe("the map of the site", () => {
  const page = (url: string, title: string, lang = "it"): Page => ({
    ...EMPTY_PAGE,
    layout: "page",
    url,
    lang,
    data: { layout: "page", title, description: "Una prova.", updated: "2026-11-23T10:00" },
  });
  const treeOf = (pages: readonly Page[], lang = "it") => {
    const { facts, ...build } = bilingualBuild({});
    return siteTree({ ...build, facts, pages, ...addressesOf({ facts, pages }) }, lang);
  };

  it("puts under each page of the first level all that lie below it", () => {
    const tree = treeOf([
      page("/", "Inizio"),
      page("/privacy/", "Privacy"),
      page("/servizi/", "Servizi"),
      page("/servizi/aiuto/", "Aiuto"),
      page("/servizi/aiuto/modulo/", "Modulo"),
    ]);
    expect(tree.map(({ title, children }) => [title, children.map((child) => child.title)])).toEqual([
      ["Inizio", []],
      ["Privacy", []],
      ["Servizi", ["Aiuto", "Modulo"]],
    ]);
  });

  it("loses no page, not even one whose parent has none", () => {
    const tree = treeOf([page("/", "Inizio"), page("/guide/casa/", "Casa")]);
    expect(tree.map(({ url }) => url)).toEqual(["/", "/guide/casa/"]);
  });

  it("does not take a longer name for a page below", () => {
    const tree = treeOf([page("/servizi/", "Servizi"), page("/servizi-online/", "Servizi online")]);
    expect(tree.map(({ children }) => children)).toEqual([[], []]);
  });

  it("has the pages of one language, below its home page", () => {
    const pages = ["/", "/privacy/", "/en/", "/en/privacy/"].map((url) =>
      page(url, url, url.startsWith("/en/") ? "en" : "it"),
    );
    expect(treeOf(pages, "en").map(({ url }) => url)).toEqual(["/en/", "/en/privacy/"]);
    expect(treeOf(pages, "it").map(({ url }) => url)).toEqual(["/", "/privacy/"]);
  });

  it("leaves out what search engines may not list, and has the pages that list others", () => {
    const urls = siteTree(SITE, "it").flatMap(({ url, children }) => [
      url,
      ...children.map((child) => child.url),
    ]);
    expect(urls).toContain("/argomenti/immigrazione/");
    expect(urls).toContain("/servizi/aiuto/");
    expect(urls).not.toContain("/grazie/");
    expect(urls).not.toContain("/sitemap.xml");
  });

  it("keeps the mark of a listing's name that nobody translated", () => {
    const entries = siteTree(bilingualBuild({}), "en").flatMap(({ children, ...entry }) => [
      entry,
      ...children,
    ]);
    expect(entries.find(({ url }) => url === "/en/argomenti/immigrazione/")?.title).toEqual(
      safeHtml(`<span lang="it" dir="ltr">Immigrazione</span>`),
    );
  });

  it("prefers the short title of a page", () => {
    const services = page("/servizi/", "Tutti i servizi");
    const [entry] = treeOf([{ ...services, data: { ...services.data, navTitle: "Servizi" } }]);
    expect(entry?.title).toBe("Servizi");
  });
});

describe("the easy version of a page", () => {
  const page = (url: string, lang: string, layout: "easy" | "page" = "easy"): Page => ({
    ...EMPTY_PAGE,
    layout,
    url,
    lang,
    data: { layout, title: "T", description: "Una prova.", updated: "2026-11-23T10:00" },
  });
  const easyVersionAmong =
    (...pages: Page[]) =>
    (url: string, lang: string) => {
      const { facts, ...build } = bilingualBuild({});
      return easyVersion({ ...build, facts, ...addressesOf({ facts, pages }) }, url, lang);
    };

  it("is the easy page right below it", () => {
    const versionOf = easyVersionAmong(
      page("/servizi/aiuto/altro/", "it", "page"),
      page("/servizi/aiuto/altro/facile/", "it"),
      page("/servizi/aiuto/facile/", "it"),
    );
    expect(versionOf("/servizi/aiuto/", "it")).toEqual(page("/servizi/aiuto/facile/", "it"));
    expect(versionOf("/servizi/", "it")).toBeUndefined();
  });

  it("is in the language of the page, or else in the source language", () => {
    const italian = page("/servizi/aiuto/facile/", "it");
    const english = page("/en/servizi/aiuto/facile/", "en");
    expect(easyVersionAmong(italian, english)("/en/servizi/aiuto/", "en")).toBe(english);
    expect(easyVersionAmong(italian)("/en/servizi/aiuto/", "en")).toBe(italian);
  });
});

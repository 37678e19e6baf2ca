import { describe, expect, it } from "vitest";
import { navigationFilters } from "../../../../src/config/filters/navigation.ts";
import { safeHtml } from "../../../../src/config/safe-html.ts";
import type { ContentPage } from "../../../../src/content-model/reading/content-page.ts";
import { item } from "../collection-item.ts";
import { bilingualBuild, fixtureBuild } from "../../../support/fixture-build.ts";

const CATEGORY = "Salute, benessere e assistenza";

const { breadcrumb, siteUrl, topicLinks, topicItems, sectionFacts, categoryLinks, siteTree, head } =
  navigationFilters(fixtureBuild());
const english = navigationFilters(
  bilingualBuild(
    { "nav.home": "Home" },
    { Immigrazione: "Immigration", [CATEGORY]: "Health", Notizie: "News" },
  ),
);

const EMPTY_PAGE = {
  file: "facile.md",
  dataLines: {},
  sections: [],
  body: "",
  bodyLine: 7,
  headingIds: [],
  revision: "",
};

describe("the breadcrumb", () => {
  it("leads from the home page through section and category to the sheet, which is no link", () => {
    expect(breadcrumb("/servizi/aiuto/", "Aiuto", "it", CATEGORY)).toEqual([
      { text: safeHtml("Home"), url: "/" },
      { text: "Servizi", url: "/servizi/" },
      { text: safeHtml(CATEGORY), url: "/servizi/salute-benessere-e-assistenza/" },
      { text: "Aiuto" },
    ]);
  });

  it("is home and page for a page below the root", () => {
    expect(breadcrumb("/privacy/", "Privacy", "it")).toEqual([
      { text: safeHtml("Home"), url: "/" },
      { text: "Privacy" },
    ]);
  });

  it("leaves out an address on the way that has no page", () => {
    expect(breadcrumb("/guide/casa/", "Casa", "it").map(({ text }) => String(text))).toEqual([
      "Home",
      "Casa",
    ]);
  });

  it("stays in the language of the page", () => {
    const links = english.breadcrumb("/en/servizi/aiuto/", "Help", "en", CATEGORY);
    expect(links).toEqual([
      { text: safeHtml("Home"), url: "/en/" },
      { text: "English Servizi", url: "/en/servizi/" },
      { text: safeHtml("Health"), url: "/en/servizi/salute-benessere-e-assistenza/" },
      { text: "Help" },
    ]);
  });
});

describe("links", () => {
  it("get the site's origin when they leave the page", () => {
    expect(siteUrl("/servizi/aiuto/")).toBe("https://aiuto.test/servizi/aiuto/");
  });

  it("lead to the page of each topic, with accents and apostrophes folded", () => {
    expect(
      topicLinks(["Assistenza sociale", "Mobilità sostenibile", "Accesso all'informazione"], "it"),
    ).toEqual([
      { text: safeHtml("Assistenza sociale"), url: "/argomenti/assistenza-sociale/" },
      { text: safeHtml("Mobilità sostenibile"), url: "/argomenti/mobilita-sostenibile/" },
      { text: safeHtml("Accesso all'informazione"), url: "/argomenti/accesso-all-informazione/" },
    ]);
  });

  it("lead to the topics of a list of listings, in the language of the page", () => {
    const listing = {
      name: "Immigrazione",
      title: "",
      description: "",
      titleHtml: safeHtml(""),
      descriptionHtml: safeHtml(""),
      lang: "it",
      url: "/argomenti/immigrazione/",
      items: [],
    };
    expect(topicItems([listing], "it")).toEqual([
      { text: safeHtml("Immigrazione"), url: "/argomenti/immigrazione/" },
    ]);
    expect(topicItems([listing], "en")).toEqual([]);
    expect(english.topicItems([{ ...listing, lang: "en" }], "en")).toEqual([
      { text: safeHtml("Immigration"), url: "/en/argomenti/immigrazione/" },
    ]);
  });

  it("say when a name is not translated", () => {
    expect(english.topicLinks(["Assistenza sociale"], "en")).toMatchObject([
      { text: safeHtml(`<span lang="it" dir="ltr">Assistenza sociale</span>`) },
    ]);
  });

  it("lead to each category of a section that has a list", () => {
    const news = sectionFacts("news");
    expect(news && categoryLinks(news, "it")).toEqual([
      { text: safeHtml("Notizie"), url: "/novita/notizie/" },
    ]);
    expect(news && english.categoryLinks(news, "en")[0]).toEqual({
      text: safeHtml("News"),
      url: "/en/novita/notizie/",
    });
    expect(sectionFacts("live")).toBeUndefined();
  });
});

describe("the map of the site", () => {
  const page = (url: string, title: string) => item(url, { title, lang: "it" });

  it("puts under each page of the first level all that lie below it", () => {
    const tree = siteTree(
      [
        page("/", "Inizio"),
        page("/privacy/", "Privacy"),
        page("/servizi/", "Servizi"),
        page("/servizi/aiuto/", "Aiuto"),
        page("/servizi/aiuto/modulo/", "Modulo"),
      ],
      "it",
    );
    expect(tree.map(({ title, children }) => [title, children.map((child) => child.title)])).toEqual([
      ["Inizio", []],
      ["Privacy", []],
      ["Servizi", ["Aiuto", "Modulo"]],
    ]);
  });

  it("loses no page, not even one whose parent has none", () => {
    const tree = siteTree([page("/", "Inizio"), page("/guide/casa/", "Casa")], "it");
    expect(tree.map(({ url }) => url)).toEqual(["/", "/guide/casa/"]);
  });

  it("does not take a longer name for a page below", () => {
    const tree = siteTree([page("/servizi/", "Servizi"), page("/servizi-online/", "Servizi online")], "it");
    expect(tree.map(({ children }) => children)).toEqual([[], []]);
  });

  it("has the pages of one language, below its home page", () => {
    const pages = ["/", "/privacy/", "/en/", "/en/privacy/"].map((url) =>
      item(url, { title: url, lang: url.startsWith("/en/") ? "en" : "it" }),
    );
    expect(english.siteTree(pages, "en").map(({ url }) => url)).toEqual(["/en/", "/en/privacy/"]);
    expect(english.siteTree(pages, "it").map(({ url }) => url)).toEqual(["/", "/privacy/"]);
  });

  it("keeps the mark of a listing's name that nobody translated", () => {
    const marked = `<span lang="it" dir="ltr">Immigrazione</span>`;
    const listing = item("/en/argomenti/immigrazione/", {
      title: "Immigrazione",
      titleHtml: marked,
      lang: "en",
    });
    expect(english.siteTree([listing], "en")[0]?.title).toEqual(safeHtml(marked));
  });

  it("prefers the short title of a page", () => {
    const titles = { title: "Tutti i servizi", navTitle: "Servizi", lang: "it" };
    const [entry] = siteTree([item("/servizi/", titles)], "it");
    expect(entry?.title).toBe("Servizi");
  });
});

describe("the head of a list", () => {
  it("is its first items, or all when they are fewer", () => {
    expect(head([1, 2, 3], 2)).toEqual([1, 2]);
    expect(head([1], 2)).toEqual([1]);
  });
});

describe("the easy version of a page", () => {
  const page = (url: string, lang: string, layout: "easy" | "page" = "easy"): ContentPage => ({
    ...EMPTY_PAGE,
    url,
    lang,
    data: { layout, title: "T", description: "Una prova.", updated: "2026-11-23T10:00" },
  });
  const easyVersionAmong = (...pages: ContentPage[]) => {
    return navigationFilters({ ...bilingualBuild({}), pages }).easyVersion;
  };

  it("is the easy page right below it", () => {
    const easyVersion = easyVersionAmong(
      page("/servizi/aiuto/altro/", "it", "page"),
      page("/servizi/aiuto/altro/facile/", "it"),
      page("/servizi/aiuto/facile/", "it"),
    );
    expect(easyVersion("/servizi/aiuto/", "it")).toEqual(page("/servizi/aiuto/facile/", "it"));
    expect(easyVersion("/servizi/", "it")).toBeUndefined();
  });

  it("is in the language of the page, or else in the source language", () => {
    const italian = page("/servizi/aiuto/facile/", "it");
    const english = page("/en/servizi/aiuto/facile/", "en");
    expect(easyVersionAmong(italian, english)("/en/servizi/aiuto/", "en")).toBe(english);
    expect(easyVersionAmong(italian)("/en/servizi/aiuto/", "en")).toBe(italian);
  });
});

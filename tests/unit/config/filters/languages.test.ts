import { describe, expect, it } from "vitest";
import { languageFilters } from "../../../../src/config/filters/languages.ts";
import { safeHtml } from "../../../../src/config/safe-html.ts";
import { item } from "../collection-item.ts";
import { bilingualBuild, fixtureBuild, UNTRANSLATED } from "../../../support/fixture-build.ts";

const {
  localUrl,
  languageOf,
  sourceAttributes,
  languageVersions,
  alternates,
  inLanguage,
  listed,
  openGraphLocale,
} = languageFilters(bilingualBuild({}));

describe("an address in a language", () => {
  it("has no prefix in the source language", () => {
    expect(localUrl("/", "it")).toBe("/");
    expect(localUrl("/prenota/", "it")).toBe("/prenota/");
  });

  it("lies below the language's code in any other, also where a template makes the page", () => {
    expect(
      ["/", "/prenota/", "/grazie/", "/argomenti/immigrazione/", "/sportello.ics"].map((url) =>
        localUrl(url, "en"),
      ),
    ).toEqual(["/en/", "/en/prenota/", "/en/grazie/", "/en/argomenti/immigrazione/", "/en/sportello.ics"]);
  });

  it("is the source's where there is no translation", () => {
    expect(localUrl(UNTRANSLATED, "en")).toBe(UNTRANSLATED);
  });

  it("follows the order of the languages in site.json, not a fixed source language", () => {
    const english = languageFilters(
      fixtureBuild(({ site }) => ({
        site: { ...site, languages: [{ code: "en", name: "English", dir: "ltr" }, ...site.languages] },
      })),
    );
    expect(english.localUrl("/grazie/", "en")).toBe("/grazie/");
    expect(english.localUrl("/grazie/", "it")).toBe("/it/grazie/");
  });
});

describe("a language", () => {
  it("is found by its code, with the direction of its script", () => {
    expect(languageOf("en")).toEqual({ code: "en", name: "English", dir: "ltr" });
    expect(languageOf("de")).toBeUndefined();
  });

  it("marks what stays in the source language on its pages, and nothing on the source's", () => {
    expect(sourceAttributes("en")).toBe(` lang="it" dir="ltr"`);
    expect(sourceAttributes("it")).toBe("");
  });

  it("has the name that social networks know", () => {
    expect(["it", "sq", "zh", "ur"].map(openGraphLocale)).toEqual(["it_IT", "sq_AL", "zh_CN", "ur_PK"]);
  });
});

describe("the versions of a page", () => {
  const versions = (url: string, lang: string) =>
    languageVersions(url, lang).map(({ url, exists }) => [url, exists]);

  it("are the same page in every language, the same from each", () => {
    const both = [
      ["/prenota/", true],
      ["/en/prenota/", true],
    ];
    expect(versions("/prenota/", "it")).toEqual(both);
    expect(versions("/en/prenota/", "en")).toEqual(both);
  });

  it("are the home page where the page does not exist", () => {
    expect(versions(UNTRANSLATED, "it")).toEqual([
      [UNTRANSLATED, true],
      ["/en/", false],
    ]);
    expect(versions("/404.html", "it")).toEqual([
      ["/404.html", true],
      ["/en/", false],
    ]);
  });

  it("are named for search engines when there are two at least, with the source for all others", () => {
    expect(alternates("/en/prenota/", "en")).toEqual([
      { hreflang: "it", url: "/prenota/" },
      { hreflang: "en", url: "/en/prenota/" },
      { hreflang: "x-default", url: "/prenota/" },
    ]);
    expect(alternates(UNTRANSLATED, "it")).toEqual([]);
    expect(languageFilters(fixtureBuild()).alternates("/prenota/", "it")).toEqual([]);
  });
});

describe("a list in a language", () => {
  it("names the news of the source language that nobody has translated, and no other of its pages", () => {
    const page = (url: string, lang: string, layout: string) => item(url, { lang, layout });
    const pages = [
      page("/servizi/aiuto/", "it", "service"),
      page(UNTRANSLATED, "it", "news"),
      page("/novita/", "it", "news"),
      page("/en/novita/", "en", "news"),
    ];
    expect(listed(pages, "en").map(({ url }) => url)).toEqual([UNTRANSLATED, "/en/novita/"]);
    expect(listed(pages, "it").map(({ url }) => url)).toEqual(["/servizi/aiuto/", UNTRANSLATED, "/novita/"]);
  });

  it("has the pages and the listings of that language only", () => {
    const pages = [item("/a/", { lang: "it" }), item("/en/a/", { lang: "en" })];
    expect(inLanguage(pages, "en").map(({ url }) => url)).toEqual(["/en/a/"]);
    const html = safeHtml("");
    const listing = {
      name: "Acqua",
      title: "Acqua",
      description: "",
      titleHtml: html,
      descriptionHtml: html,
      url: "/acqua/",
      items: [],
    };
    expect(inLanguage([{ ...listing, lang: "it" }], "en")).toEqual([]);
    expect(inLanguage([{ ...listing, lang: "it" }], "it")).toHaveLength(1);
  });
});

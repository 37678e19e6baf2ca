import { describe, expect, it } from "vitest";
import {
  alternates,
  languageOf,
  languageVersions,
  localUrl,
  openGraphLocale,
  siteUrl,
  sourceAttributes,
} from "../../../../src/config/language/languages.ts";
import { bilingualBuild, fixtureBuild, UNTRANSLATED } from "../../../support/fixture-build.ts";

const build = bilingualBuild({});

describe("an address in a language", () => {
  it("has no prefix in the source language", () => {
    expect(localUrl(build, "/", "it")).toBe("/");
    expect(localUrl(build, "/prenota/", "it")).toBe("/prenota/");
  });

  it("lies below the language's code in any other, also where a template makes the page", () => {
    expect(
      ["/", "/prenota/", "/grazie/", "/argomenti/immigrazione/", "/sportello.ics"].map((url) =>
        localUrl(build, url, "en"),
      ),
    ).toEqual(["/en/", "/en/prenota/", "/en/grazie/", "/en/argomenti/immigrazione/", "/en/sportello.ics"]);
  });

  it("has the site's origin where it leaves the page", () => {
    expect(siteUrl(build, "/servizi/aiuto/")).toBe("https://aiuto.internal/servizi/aiuto/");
  });

  it("is the source's where there is no translation", () => {
    expect(localUrl(build, UNTRANSLATED, "en")).toBe(UNTRANSLATED);
  });

  it("follows the order of the languages in site.json, not a fixed source language", () => {
    const english = fixtureBuild(({ site }) => ({
      site: { ...site, languages: [{ code: "en", name: "English", dir: "ltr" }, ...site.languages] },
    }));
    expect(localUrl(english, "/grazie/", "en")).toBe("/grazie/");
    expect(localUrl(english, "/grazie/", "it")).toBe("/it/grazie/");
  });
});

describe("a language", () => {
  it("is found by its code, with the direction of its script", () => {
    expect(languageOf(build, "en")).toEqual({ code: "en", name: "English", dir: "ltr" });
    expect(languageOf(build, "de")).toBeUndefined();
  });

  it("marks what stays in the source language on its pages, and nothing on the source's", () => {
    expect(sourceAttributes(build, "en")).toBe(` lang="it" dir="ltr"`);
    expect(sourceAttributes(build, "it")).toBe("");
  });

  it("has the name that social networks know", () => {
    expect(["it", "sq", "zh", "ur"].map(openGraphLocale)).toEqual(["it_IT", "sq_AL", "zh_CN", "ur_PK"]);
  });
});

describe("the versions of a page", () => {
  const versions = (url: string, lang: string) =>
    languageVersions(build, url, lang).map(({ url, exists }) => [url, exists]);

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
    expect(alternates(build, "/en/prenota/", "en")).toEqual([
      { hreflang: "it", url: "/prenota/" },
      { hreflang: "en", url: "/en/prenota/" },
      { hreflang: "x-default", url: "/prenota/" },
    ]);
    expect(alternates(build, UNTRANSLATED, "it")).toEqual([]);
    expect(alternates(fixtureBuild(), "/prenota/", "it")).toEqual([]);
  });
});

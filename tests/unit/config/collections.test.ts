import type { CollectionApi, CollectionItem } from "@11ty/eleventy";
import { describe, expect, it } from "vitest";
import { type Listing, registerCollections } from "../../../src/config/collections.ts";
import { collectionOf, item } from "./collection-item.ts";
import { bilingualBuild, fixtureBuild } from "../../support/fixture-build.ts";

const SHEET = item("/servizi/aiuto/", {
  lang: "it",
  layout: "service",
  category: "Salute, benessere e assistenza",
  topics: ["Immigrazione", "Assistenza sociale"],
});
const OLD = item("/novita/vecchia/", {
  lang: "it",
  layout: "news",
  category: "Notizie",
  published: "2024-05-02",
});
const NEW = item("/novita/nuova/", {
  lang: "it",
  layout: "news",
  category: "Notizie",
  published: "2026-11-23",
  topics: ["Immigrazione"],
});
const THANKS = item("/grazie/", { layout: "page", hidden: true });
const PRIVACY = item("/privacy/", { layout: "page" });

/** A collection as Eleventy builds it. */
function collection(name: string, items: CollectionItem[], build = fixtureBuild()): unknown {
  const builders = new Map<string, (api: CollectionApi) => unknown>();
  registerCollections({ addCollection: (key, builder) => builders.set(key, builder) }, build);
  return builders.get(name)?.(collectionOf(items));
}
const urls = (name: string, items: CollectionItem[]) =>
  (collection(name, items) as CollectionItem[]).map(({ url }) => url);
const listings = (name: string, items: CollectionItem[]) => collection(name, items) as Listing[];

describe("the collections", () => {
  it("list each section's pages by their layout", () => {
    expect(urls("services", [PRIVACY, SHEET, OLD])).toEqual(["/servizi/aiuto/"]);
    expect(urls("management", [PRIVACY, SHEET, OLD])).toEqual([]);
  });

  it("list news from the newest, and those of one day by address", () => {
    const sameDay = item("/novita/altra/", { layout: "news", published: "2026-11-23" });
    expect(urls("news", [OLD, NEW, sameDay])).toEqual([
      "/novita/altra/",
      "/novita/nuova/",
      "/novita/vecchia/",
    ]);
  });

  it("list for the public what is neither hidden nor without an address", () => {
    const unwritten = { ...item("/"), url: "" };
    expect(urls("public", [SHEET, THANKS, PRIVACY, unwritten])).toEqual(["/privacy/", "/servizi/aiuto/"]);
  });

  it("have a listing for each topic in use, and none for the others", () => {
    const topics = listings("topics", [SHEET, NEW, OLD]);
    expect(topics.map(({ name, url, items }) => [name, url, items.map((page) => page.url)])).toEqual([
      ["Assistenza sociale", "/argomenti/assistenza-sociale/", ["/servizi/aiuto/"]],
      ["Immigrazione", "/argomenti/immigrazione/", ["/servizi/aiuto/", "/novita/nuova/"]],
    ]);
  });

  it("have a listing for each category in use, and none for those that would be empty", () => {
    const categories = listings("categories", [SHEET, OLD, NEW]);
    expect(categories.map(({ url, items }) => [url, items.map((page) => page.url)])).toEqual([
      ["/novita/notizie/", ["/novita/nuova/", "/novita/vecchia/"]],
      ["/servizi/salute-benessere-e-assistenza/", ["/servizi/aiuto/"]],
    ]);
  });

  it("have listings of their own in every language, with its names and its pages", () => {
    const english = item("/en/servizi/aiuto/", { ...SHEET.data, lang: "en" });
    const words = { Immigrazione: "Immigration", "Salute, benessere e assistenza": "Health" };
    const build = bilingualBuild({}, words);
    const topics = collection("topics", [SHEET, english, NEW], build) as Listing[];
    expect(topics.filter(({ name }) => name === "Immigrazione")).toMatchObject([
      { lang: "it", title: "Immigrazione", url: "/argomenti/immigrazione/", items: [SHEET, NEW] },
      { lang: "en", title: "Immigration", url: "/en/argomenti/immigrazione/", items: [english, NEW] },
    ]);
    const categories = collection("categories", [SHEET, english], build) as Listing[];
    expect(categories.filter(({ lang }) => lang === "en")).toMatchObject([
      { title: "Health", url: "/en/servizi/salute-benessere-e-assistenza/", items: [english] },
    ]);
  });
  it("have a feed in each language that has news or lists those of the source language", () => {
    const languages = (items: CollectionItem[]) =>
      (collection("feeds", items, bilingualBuild({})) as { code: string }[]).map(({ code }) => code);
    expect(languages([SHEET])).toEqual([]);
    expect(languages([NEW])).toEqual(["it", "en"]);
    expect(languages([item("/en/novita/a/", { ...NEW.data, lang: "en" })])).toEqual(["en"]);
  });
});

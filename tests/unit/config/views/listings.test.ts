import { describe, expect, it } from "vitest";
import { addressesOf, type Build } from "../../../../src/config/build.ts";
import { itemsOf, listedPages, sectionPages } from "../../../../src/config/views/listings.ts";
import { pageHead } from "../../../../src/config/views/page-head.ts";
import type { Page } from "../../../../src/content-model/reading/page.ts";
import { bilingualBuild, FIXTURE, fixtureBuild, UNTRANSLATED } from "../../../support/fixture-build.ts";

const SERVICE = "/servizi/aiuto/";

/** A news item of the fixture site with another address and day. */
function news(url: string, published: string, lang = "it"): Page {
  const found = FIXTURE.pages.find((page) => page.url === UNTRANSLATED);
  if (found?.data.layout !== "news") throw new Error("The fixture site has no news");
  return { ...found, url, lang, data: { ...found.data, published } };
}

const urls = (pages: readonly Page[]) => pages.map(({ url }) => url);

function listed(build: Build, url: string): string[] {
  const address = build.addresses.find((candidate) => candidate.url === url);
  return address ? urls(listedPages(build, address)) : ["no such list"];
}

describe("a section", () => {
  it("lists its pages by their layout, news from the newest, and those of one day by address", () => {
    const build = fixtureBuild(
      () => ({}),
      [news("/novita/vecchia/", "2024-05-02"), news("/novita/altra/", "2026-11-23")],
    );
    expect(urls(sectionPages(build, "services", "it"))).toEqual([SERVICE]);
    expect(urls(sectionPages(build, "news", "it"))).toEqual([
      "/novita/altra/",
      UNTRANSLATED,
      "/novita/vecchia/",
    ]);
  });

  it("lists in another language the news that nobody has translated, and no other page of the source", () => {
    const build = bilingualBuild({});
    expect(urls(sectionPages(build, "news", "en"))).toEqual([UNTRANSLATED]);
    expect(urls(sectionPages(build, "services", "en"))).toEqual([`/en${SERVICE}`]);
  });
});

describe("a topic or a category", () => {
  it("lists what is about it, in each language", () => {
    const build = bilingualBuild({});
    expect(listed(build, "/argomenti/assistenza-sociale/")).toEqual([SERVICE]);
    expect(listed(build, "/en/argomenti/assistenza-sociale/")).toEqual([`/en${SERVICE}`]);
    expect(listed(build, "/novita/notizie/")).toEqual([UNTRANSLATED]);
    expect(listed(build, "/en/novita/notizie/")).toEqual([UNTRANSLATED]);
  });

  it("has a page only where the list would not be empty", () => {
    const pages = FIXTURE.pages.filter(({ url }) => url !== SERVICE);
    const build = { ...FIXTURE, pages, ...addressesOf({ ...FIXTURE, pages }) };
    expect(listed(build, "/argomenti/assistenza-sociale/")).toEqual(["no such list"]);
  });

  it("is as old as the latest change of what it lists", () => {
    const older = news("/novita/vecchia/", "2024-05-02");
    const build = fixtureBuild(
      () => ({}),
      [
        { ...older, data: { ...older.data, updated: "2020-01-01T00:00" } },
        { ...older, url: "/novita/nuova/", data: { ...older.data, updated: "2027-01-01T00:00" } },
      ],
    );
    const address = build.addresses.find(({ url }) => url === "/novita/notizie/");
    expect(address && pageHead(build, address).updated).toBe("2027-01-01T00:00");
  });
});

describe("what Eleventy rendered of some pages", () => {
  it("comes in their order", () => {
    const [first, second] = FIXTURE.pages;
    if (!first || !second) throw new Error("The fixture site has no pages");
    const items = [{ url: first.url }, { url: "/altro/" }, { url: second.url }];
    expect(itemsOf(items, [second, first])).toEqual([{ url: second.url }, { url: first.url }]);
  });
});

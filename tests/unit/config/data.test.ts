import { describe, expect, it } from "vitest";
import { registerData } from "../../../src/config/data.ts";
import { bilingualBuild, FIXTURE } from "../../support/fixture-build.ts";

type Compute = (data: object) => unknown;

const registered = new Map<string, unknown>();
const build = bilingualBuild({});
registerData({ addGlobalData: (name, value) => registered.set(name, value) }, build);

const computed = registered.get("eleventyComputed") as Record<
  "lang" | "translation" | "pageRevision",
  Compute
>;
const sheet = FIXTURE.pages.find(({ url }) => url === "/servizi/aiuto/");
const fromEditor = { contentPage: sheet };
const fromTemplate = { title: "Grazie", description: "Parere inviato" };

describe("the data of a page that an editor wrote", () => {
  it("has the language and revision that the content model gave it", () => {
    expect(computed.lang(fromEditor)).toBe("it");
    expect(computed.pageRevision(fromEditor)).toBe(sheet?.revision);
    expect(computed.translation(fromEditor)).toBeUndefined();
  });

  it("knows the source of a translation", () => {
    const translated = build.pages.find(({ url }) => url === "/en/servizi/aiuto/");
    const data = { contentPage: translated };
    expect(computed.lang(data)).toBe("en");
    expect(computed.translation(data)).toMatchObject({ sourceUrl: "/servizi/aiuto/", isStale: false });
  });
});

describe("the data of a page that no editor wrote", () => {
  it("has the source language", () => {
    expect(computed.lang(fromTemplate)).toBe("it");
  });

  it("has the language that it is made for", () => {
    expect(computed.lang({ ...fromTemplate, language: { code: "en" } })).toBe("en");
    expect(computed.lang({ ...fromTemplate, listing: { lang: "en" } })).toBe("en");
    expect(computed.lang({ ...fromTemplate, calendar: { lang: "en" } })).toBe("en");
  });

  it("has a revision that changes with its title or description", () => {
    const revision = computed.pageRevision(fromTemplate);
    expect(revision).toMatch(/^[0-9a-f]{12}$/);
    expect(computed.pageRevision({ ...fromTemplate })).toBe(revision);
    expect(computed.pageRevision({ ...fromTemplate, title: "Grazie!" })).not.toBe(revision);
    expect(computed.pageRevision({ ...fromTemplate, description: "Inviato" })).not.toBe(revision);
  });
});

describe("the data of every page", () => {
  it("has the facts and assets of the current build", () => {
    const value = (name: string) => (registered.get(name) as () => unknown)();
    expect(value("site")).toBe(build.facts.site);
    expect(value("assets")).toBe(FIXTURE.assets);
  });

  it("has every telephone line's calendar in every language", () => {
    expect((registered.get("calendars") as () => unknown)()).toEqual([
      { contact: "sportello", lang: "it", url: "/sportello.ics" },
      { contact: "sportello", lang: "en", url: "/en/sportello.ics" },
    ]);
  });
});

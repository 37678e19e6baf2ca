import { describe, expect, it } from "vitest";
import { registerData } from "../../../src/config/data.ts";
import { FIXTURE, fixtureState } from "./fixture-state.ts";

type Compute = (data: object) => unknown;

const registered = new Map<string, unknown>();
registerData({ addGlobalData: (name, value) => registered.set(name, value) }, fixtureState());

const computed = registered.get("eleventyComputed") as { lang: Compute; pageRevision: Compute };
const permalink = (data: object) => (registered.get("permalink") as () => Compute)()(data);
const sheet = FIXTURE.pages.find(({ url }) => url === "/servizi/aiuto/");
const fromEditor = { page: { inputPath: sheet?.file } };
const fromTemplate = { page: { inputPath: "./thanks.njk" }, title: "Grazie", description: "Parere inviato" };

describe("the data of a page that an editor wrote", () => {
  it("has the address, language and revision that the content model gave it", () => {
    expect(permalink(fromEditor)).toBe("/servizi/aiuto/");
    expect(computed.lang(fromEditor)).toBe("it");
    expect(computed.pageRevision(fromEditor)).toBe(sheet?.revision);
  });
});

describe("the data of a page that no editor wrote", () => {
  it("has the source language, and no address but its own", () => {
    expect(permalink(fromTemplate)).toBeUndefined();
    expect(computed.lang(fromTemplate)).toBe("it");
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
    expect(value("site")).toBe(FIXTURE.facts.site);
    expect(value("contacts")).toBe(FIXTURE.facts.contacts);
    expect(value("assets")).toBe(FIXTURE.assets);
  });
});

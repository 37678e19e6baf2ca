import { describe, expect, it } from "vitest";
import { registerData } from "../../../src/config/data.ts";
import { bilingualBuild, FIXTURE } from "../../support/fixture-build.ts";

const registered = new Map<string, unknown>();
const build = bilingualBuild({}, { Immigrazione: "Immigration" });
registerData({ addGlobalData: (name, value) => registered.set(name, value) }, build);

const computed = registered.get("eleventyComputed") as Record<string, (data: object) => unknown>;

/** The data that Eleventy computes for the page at an address. */
function dataOf(url: string): Record<string, unknown> {
  const address = build.addresses.find((candidate) => candidate.url === url);
  return Object.fromEntries(Object.entries(computed).map(([key, compute]) => [key, compute({ address })]));
}

describe("the data of a page", () => {
  it("are what its editor wrote, with the language and the revision of its words", () => {
    const service = build.pages.find(({ url }) => url === "/en/servizi/aiuto/");
    expect(dataOf("/en/servizi/aiuto/")).toMatchObject({
      lang: "en",
      hidden: false,
      title: service?.data.title,
      pageRevision: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
    });
  });

  it("are words of the data and of the interface where nobody wrote it", () => {
    expect(dataOf("/en/argomenti/immigrazione/")).toMatchObject({
      lang: "en",
      hidden: false,
      title: "Immigration",
      updated: expect.stringMatching(/^\d{4}-/) as string,
    });
    expect(dataOf("/grazie/")).toMatchObject({ lang: "it", hidden: true });
  });

  it("have the facts and assets of the build", () => {
    expect(registered.get("site")).toBe(build.facts.site);
    expect(registered.get("assets")).toBe(FIXTURE.assets);
  });

  it("name the address that each page that no editor writes is for", () => {
    expect(registered.get("addresses")).toMatchObject({
      thanks: [{ url: "/grazie/" }, { url: "/en/grazie/" }],
      calendar: [
        { name: "sportello", lang: "it", url: "/sportello.ics" },
        { name: "sportello", lang: "en", url: "/en/sportello.ics" },
      ],
    });
  });
});

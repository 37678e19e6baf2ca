import { describe, expect, it } from "vitest";
import { addressesOf, type Build } from "../../../../src/config/build.ts";
import { feedbackManifest, formVersion } from "../../../../src/config/views/feedback.ts";
import { phoneFormats } from "../../../../src/contacts/phone.ts";
import { parseManifest } from "../../../../src/feedback/http/manifest.ts";
import { bilingualBuild, FIXTURE, fixtureBuild } from "../../../support/fixture-build.ts";
import { loadAfter, PRIVACY, SERVICE } from "../../../support/fixture-site.ts";

const SITE = fixtureBuild();
const italian = FIXTURE.facts.i18n["it"] ?? {};

function versionWith(strings: Record<string, string>): string {
  return formVersion(
    fixtureBuild(() => ({ i18n: { it: strings } })),
    "it",
  );
}

describe("the version of the form", () => {
  it("is eight hexadecimal digits", () => {
    expect(formVersion(SITE, "it")).toMatch(/^[0-9a-f]{8}$/);
  });

  it("changes when a label of the form changes", () => {
    const reworded = { ...italian, "feedback.question": "Quanto è chiara questa pagina?" };
    expect(versionWith(reworded)).not.toBe(formVersion(SITE, "it"));
  });

  it("changes when a label is added", () => {
    expect(versionWith({ ...italian, "feedback.extra": "Altro ancora" })).not.toBe(formVersion(SITE, "it"));
  });

  it("stays when other words change", () => {
    expect(versionWith({ ...italian, "nav.home": "Inizio" })).toBe(formVersion(SITE, "it"));
  });

  it("stays when the texts stand in another order", () => {
    expect(versionWith(Object.fromEntries(Object.entries(italian).reverse()))).toBe(formVersion(SITE, "it"));
  });

  it("is of one language", () => {
    const bilingual = bilingualBuild({ "feedback.question": "How clear?" });
    expect(formVersion(bilingual, "it")).toBe(formVersion(SITE, "it"));
    expect(formVersion(bilingual, "en")).not.toBe(formVersion(bilingual, "it"));
  });
});

describe("the manifest for the feedback handler", () => {
  it("lists each page that may be rated with its language and revision", () => {
    const revision = expect.stringMatching(/^[0-9a-f]{12}$/) as string;
    expect(feedbackManifest(SITE).pages).toMatchObject({
      "/servizi/aiuto/": { lang: "it", revision },
      "/argomenti/immigrazione/": { lang: "it", revision },
    });
  });

  it.each<[string, (source: string) => string, boolean]>([
    ["with a word", (source) => source.replace("description: ", "description: Nuovo. "), true],
    ["not with a date", (source) => source.replace(/^updated: .*$/m, "updated: 2026-11-20T10:00"), false],
    ["not with a line break", (source) => source.replace("A tutti.", "A\ntutti."), false],
  ])("gives a page another revision %s", async (_what, edit, isOther) => {
    const { problems, pages } = await loadAfter({ [SERVICE]: edit });
    expect(problems).toEqual([]);
    const edited = { ...SITE, ...addressesOf({ pages: pages, facts: SITE.facts }) };
    const revisionIn = (build: Build) => feedbackManifest(build).pages["/servizi/aiuto/"]?.revision;
    expect(revisionIn(edited) !== revisionIn(SITE)).toBe(isOther);
  });

  it("lists the addresses of other sites that a page leads to, each once", async () => {
    const further =
      "\n\nVai all'[ente](https://ente.example/a), all'[ente](https://ente.example/a) o [qui](/servizi/).\n";
    const { pages } = await loadAfter({ [PRIVACY]: (source) => source + further });
    const edited = { ...SITE, ...addressesOf({ pages, facts: SITE.facts }) };
    expect(feedbackManifest(edited).pages["/privacy/"]?.links).toEqual(["https://ente.example/a"]);
    expect(feedbackManifest(edited).pages["/servizi/aiuto/"]).not.toHaveProperty("links");
  });

  it("leads a translation to its source, and says how readable an Italian page is", () => {
    const { pages } = feedbackManifest(bilingualBuild({}));
    expect(pages["/en/servizi/aiuto/"]).toMatchObject({ source: "/servizi/aiuto/", lang: "en" });
    expect(pages["/servizi/aiuto/"]?.gulpease).toBeGreaterThan(40);
    expect(pages["/en/servizi/aiuto/"]).not.toHaveProperty("gulpease");
  });

  it("leaves out pages without the form and files that are no pages", () => {
    const rated = Object.keys(feedbackManifest(SITE).pages);
    expect(rated).toContain("/parere/");
    expect(rated.filter((url) => !url.endsWith("/") || url === "/grazie/")).toEqual([]);
  });

  it("names the origin from which the form may post", () => {
    expect(feedbackManifest(SITE).origin).toBe("https://aiuto.internal");
  });

  it("names the remote handler that the form posts to, if there is one", () => {
    expect(feedbackManifest(SITE)).not.toHaveProperty("feedbackUrl");
    const feedbackUrl = "https://pareri.example/api/feedback";
    expect(feedbackManifest({ ...FIXTURE, feedbackUrl })).toMatchObject({
      origin: "https://aiuto.internal",
      feedbackUrl,
    });
  });

  it("names the telephone numbers that a comment may repeat", () => {
    const { contacts } = FIXTURE.facts;
    const phones = Object.values(contacts).map(({ phone }) => phoneFormats(phone).e164);
    expect(phones.length).toBeGreaterThan(0);
    expect(feedbackManifest(SITE).phones).toEqual(phones);
  });

  it("gives each language its form, its thanks, its page for trying again and its refusals", () => {
    const english = {
      "feedback.question": "How clear?",
      "feedback.error.refused": "Not sent",
      "refusal.conflict": "Too late",
    };
    const bilingual = bilingualBuild(english);
    expect(feedbackManifest(bilingual).languages).toMatchObject({
      it: { formVersion: formVersion(SITE, "it"), thanks: "/grazie/", retry: "/parere/" },
      en: {
        formVersion: formVersion(bilingual, "en"),
        thanks: "/en/grazie/",
        retry: "/en/parere/",
        refusals: { title: "Not sent", conflict: "Too late" },
      },
    });
  });

  it("is what the handler reads", () => {
    const { languages } = parseManifest(feedbackManifest(SITE));
    expect(languages.get("it")?.refusals.unavailable).toBe(italian["refusal.unavailable"]);
  });
});

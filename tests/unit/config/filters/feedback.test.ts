import { describe, expect, it } from "vitest";
import { phoneFormats } from "../../../../src/contacts/phone.ts";
import { feedbackFilters } from "../../../../src/config/filters/feedback.ts";
import { parseManifest } from "../../../../src/feedback/http/manifest.ts";
import { item } from "../collection-item.ts";
import { bilingualBuild, FIXTURE, fixtureBuild } from "../../../support/fixture-build.ts";

const { formVersion, feedbackManifest } = feedbackFilters(fixtureBuild());
const italian = FIXTURE.facts.i18n["it"] ?? {};

function versionWith(strings: Record<string, string>): string {
  return feedbackFilters(fixtureBuild(() => ({ i18n: { it: strings } }))).formVersion("it");
}

describe("the version of the form", () => {
  it("is eight hexadecimal digits", () => {
    expect(formVersion("it")).toMatch(/^[0-9a-f]{8}$/);
  });

  it("changes when a label of the form changes", () => {
    const reworded = { ...italian, "feedback.question": "Quanto è chiara questa pagina?" };
    expect(versionWith(reworded)).not.toBe(formVersion("it"));
  });

  it("changes when a label is added", () => {
    expect(versionWith({ ...italian, "feedback.extra": "Altro ancora" })).not.toBe(formVersion("it"));
  });

  it("stays when other words change", () => {
    expect(versionWith({ ...italian, "nav.home": "Inizio" })).toBe(formVersion("it"));
  });

  it("stays when the strings stand in another order", () => {
    expect(versionWith(Object.fromEntries(Object.entries(italian).reverse()))).toBe(formVersion("it"));
  });

  it("is of one language", () => {
    const { formVersion: version } = feedbackFilters(bilingualBuild({ "feedback.question": "How clear?" }));
    expect(version("it")).toBe(formVersion("it"));
    expect(version("en")).not.toBe(version("it"));
  });
});

describe("the manifest for the feedback handler", () => {
  const sheet = item("/servizi/aiuto/", { layout: "service", lang: "it", pageRevision: "0a1b2c3d4e5f" });

  it("lists each page that may be rated with its language and revision", () => {
    expect(feedbackManifest([sheet]).pages).toEqual({
      "/servizi/aiuto/": { lang: "it", revision: "0a1b2c3d4e5f" },
    });
  });

  it("leaves out pages without the form and files that are no pages", () => {
    const thanks = item("/grazie/", { layout: "page", withoutFeedback: true });
    const feed = item("/novita/feed.xml");
    expect(Object.keys(feedbackManifest([thanks, sheet, feed]).pages)).toEqual(["/servizi/aiuto/"]);
  });

  it("names the origin from which the form may post", () => {
    expect(feedbackManifest([]).origin).toBe("https://aiuto.test");
  });

  it("names the remote handler that the form posts to, if there is one", () => {
    expect(feedbackManifest([])).not.toHaveProperty("feedbackUrl");
    const feedbackUrl = "https://pareri.example/api/feedback";
    const remote = feedbackFilters({ ...FIXTURE, feedbackUrl });
    expect(remote.feedbackManifest([])).toMatchObject({ origin: "https://aiuto.test", feedbackUrl });
  });

  it("names the telephone numbers that a comment may repeat", () => {
    const { contacts } = FIXTURE.facts;
    const phones = Object.values(contacts).map(({ phone }) => phoneFormats(phone).e164);
    expect(phones.length).toBeGreaterThan(0);
    expect(feedbackManifest([]).phones).toEqual(phones);
  });

  it("gives each language its form, its thanks, its page for trying again and its refusals", () => {
    const english = {
      "feedback.question": "How clear?",
      "feedback.error.refused": "Not sent",
      "refusal.conflict": "Too late",
    };
    const bilingual = feedbackFilters(bilingualBuild(english));
    expect(bilingual.feedbackManifest([]).languages).toMatchObject({
      it: { formVersion: formVersion("it"), thanks: "/grazie/", retry: "/parere/" },
      en: {
        formVersion: bilingual.formVersion("en"),
        thanks: "/en/grazie/",
        retry: "/en/parere/",
        refusals: { title: "Not sent", conflict: "Too late" },
      },
    });
  });

  it("is what the handler reads", () => {
    const { languages } = parseManifest(feedbackManifest([sheet]));
    expect(languages.get("it")?.refusals.unavailable).toBe(italian["refusal.unavailable"]);
  });
});

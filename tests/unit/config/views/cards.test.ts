import { describe, expect, it } from "vitest";
import { safeHtml } from "../../../../src/config/language/html.ts";
import { cardOf } from "../../../../src/config/views/cards.ts";
import type { Page } from "../../../../src/content-model/reading/page.ts";
import type { FrontMatter } from "../../../../src/content-model/schemas/front-matter.ts";
import { bilingualBuild, FIXTURE, UNTRANSLATED } from "../../../support/fixture-build.ts";

const build = bilingualBuild({ "service.inactive": "Not active" }, { Notizie: "News" });

/** A page of the fixture site with changed front matter. */
function page(url: string, facts: Partial<FrontMatter> = {}): Page {
  const found = FIXTURE.pages.find((candidate) => candidate.url === url);
  if (!found) throw new Error(`The fixture site has no ${url}`);
  return { ...found, data: { ...found.data, ...facts } as FrontMatter };
}

describe("a page in a list of its language", () => {
  it("has its short title, its description and the facts of its kind, escaped", () => {
    expect(cardOf(build, page(UNTRANSLATED, { navTitle: "Apre & chiude" }), "it", {})).toEqual({
      title: safeHtml("Apre &#38; chiude"),
      url: UNTRANSLATED,
      text: safeHtml("Lo sportello di prova apre al pubblico."),
      category: safeHtml("Notizie"),
      date: { iso: "2026-11-23", text: "23 novembre 2026" },
    });
  });

  it("says that a service is not active", () => {
    expect(cardOf(build, page("/servizi/aiuto/", { active: false }), "it", {}).status).toEqual(
      safeHtml("Servizio non attivo"),
    );
    expect(cardOf(build, page("/servizi/aiuto/"), "it", {})).not.toHaveProperty("status");
  });

  it("takes what the list says instead", () => {
    expect(cardOf(build, page(UNTRANSLATED), "it", { headingLevel: 3, category: null })).toMatchObject({
      headingLevel: 3,
      category: null,
    });
  });
});

describe("a page in a list of another language", () => {
  it("keeps its texts, marked, and has all else in the language of the list", () => {
    const card = cardOf(build, page(UNTRANSLATED), "en", {});
    expect(card.hreflang).toBe("it");
    expect(String(card.title)).toMatch(/^<span lang="it" dir="ltr">.+<\/span>$/);
    expect(String(card.text)).toMatch(/^<span lang="it" dir="ltr">.+<\/span>$/);
    expect(card.category).toEqual(safeHtml("News"));
    expect(card.date?.text).toContain("November");
  });
});

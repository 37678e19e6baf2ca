import { describe, expect, it } from "vitest";
import { bilingualBuild } from "../../../support/fixture-build.ts";
import { htmlProblems } from "../html-problems.ts";
import { environmentOf, examples, render } from "../render.ts";

const { "in Italian": inItalian = {}, "in Arabic": inArabic = {} } = examples("language-switch");
const button = (params: object) => render("language-switch", "languageButton", params);
const english = environmentOf(
  bilingualBuild({
    "language.offer": "This page is also in English",
    "language.dismiss": "Close",
    "nav.home": "Start",
  }),
);
const list = (params: object) => render("language-switch", "languageList", params, "params", english);
const [, en] = inItalian["versions"] as object[];

describe("the language switch", () => {
  it("is valid HTML", async () => {
    expect(await htmlProblems(button(inItalian) + list({ ...inItalian, versions: [en] }))).toEqual([]);
  });

  it("is a button that shows the language of the page, by its own name", () => {
    expect(button(inItalian)).toMatch(
      /^<details [^>]*><summary [^>]*><svg [^]*<\/svg><span class="visually-hidden">Scegli la lingua: <\/span>Italiano</,
    );
  });

  it("lists each language in its own name, script and direction", () => {
    expect(list({ ...inItalian, versions: [en] })).toContain(
      `<a class="list-item" href="/en/prenota/" hreflang="en" lang="en">English</a>`,
    );
  });

  it("says that a page which does not exist in a language leads to the home page", () => {
    const missing = { ...en, url: "/en/", exists: false };
    expect(list({ ...inItalian, versions: [missing] })).toContain(`lang="en">English – Start</a>`);
  });

  it("has the texts of the offer where one is possible, for the other languages", () => {
    expect(list({ ...inItalian, versions: [en] })).not.toContain("data-offer");
    const html = list({ ...inItalian, versions: [en], offers: true });
    expect(html).toContain(`data-offer="This page is also in English" data-dismiss="Close">English</a>`);
    const missing = { ...en, exists: false };
    expect(list({ ...inItalian, versions: [missing], offers: true })).not.toContain("data-offer");
  });

  it("marks the language of the page", () => {
    const [it] = inItalian["versions"] as object[];
    expect(list({ ...inItalian, versions: [it], offers: true })).toContain(
      `hreflang="it" lang="it" aria-current="true">Italiano</a>`,
    );
  });

  it("gives every name its direction on a page from right to left", () => {
    const [it] = inArabic["versions"] as object[];
    expect(list({ ...inArabic, lang: "it", versions: [it] })).toContain(`lang="it" dir="ltr"`);
  });
});

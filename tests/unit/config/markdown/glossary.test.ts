import { describe, expect, it } from "vitest";
import { createGlossaryRenderer, explainTerms } from "../../../../src/config/markdown/glossary.ts";
import { createMarkdown } from "../../../../src/content-model/markdown/markdown.ts";
import { bilingualBuild, fixtureBuild } from "../../../support/fixture-build.ts";
import { htmlProblems } from "../../components/html-problems.ts";
import { componentsOf } from "../../components/render.ts";

const term = (name: string, ...forms: string[]) => ({ term: name, forms, explanation: "…" });
const glossary = {
  carta: term("carta di soggiorno", "carta di soggiorno"),
  minore: term("minore", "minore", "minori"),
};

const short = createMarkdown(({ name }) => `[fatto ${name} minore]`).use(explainTerms, {
  glossary: (lang: string) => (lang === "it" ? glossary : {}),
  render: (ids: readonly string[], lang: string) => `<i>${lang} ${ids.join(" ")}</i>`,
});
const render = (markdown: string, lang = "it") => short.render(markdown, { lang }).replaceAll("\n", "");

describe("a term on a page", () => {
  it("is explained after the paragraph that first uses it, and never again", () => {
    expect(render("Niente.\n\nUn minore.\n\nI minori.")).toBe(
      "<p>Niente.</p><p>Un minore.</p><i>it minore</i><p>I minori.</p>",
    );
  });

  it("is explained inside its list item, loose or tight", () => {
    expect(render("- Uno\n- Un minore")).toBe("<ul><li>Uno</li><li>Un minore<i>it minore</i></li></ul>");
    expect(render("1. Un minore.\n\n   Altro.")).toBe(
      "<ol><li><p>Un minore.</p><i>it minore</i><p>Altro.</p></li></ol>",
    );
    expect(render("- Un minore\n  - Altro")).toBe(
      "<ul><li>Un minore<i>it minore</i><ul><li>Altro</li></ul></li></ul>",
    );
  });

  it("is explained together with the others of its paragraph", () => {
    expect(render("Il minore con la carta di\nsoggiorno.")).toMatch(/<i>it minore carta<\/i>$/);
  });

  it("is explained after its table", () => {
    expect(render("| a |\n|---|\n| minore |\n\nAltro.")).toMatch(/<\/table><i>it minore<\/i><p>Altro/);
  });

  it("may be written with emphasis or split over it", () => {
    expect(render("La **carta** di *soggiorno*.")).toContain("<i>it carta</i>");
  });

  it.each([
    ["a heading", "## Il minore"],
    ["a table's head", "| minore |\n|---|\n| a |"],
    ["a link", "[Il minore](/a/)"],
    ["a fact", "{{ente}}"],
    ["code", "`minore`"],
    ["an image", "![minore](/a.png)"],
  ])("does not count as used in %s", (_, markdown) => {
    expect(render(`${markdown}\n\nAltro.`)).not.toContain("<i>");
    expect(render(`${markdown}\n\nUn minore.`)).toContain("<i>it minore</i>");
  });

  it("is explained in the page's own language only", () => {
    expect(render("Un minore.", "en")).toBe("<p>Un minore.</p>");
  });
});

describe("an explanation", () => {
  const build = fixtureBuild(() => ({
    glossary: { it: { asilo: { ...term("asilo", "asilo"), explanation: "Protezione & <aiuto>." } } },
  }));
  const md = createMarkdown(() => "").use(explainTerms, createGlossaryRenderer(build, componentsOf(build)));

  it("is a question that opens its answer without script, closed at first", async () => {
    const html = md.render("- Chiedo asilo.", { lang: "it" });
    expect(html).toMatch(
      /<details class="glossary-term">\s*<summary>Che cosa vuol dire «asilo»\?<\/summary>/,
    );
    expect(html).toContain("<p>Protezione &amp; &lt;aiuto&gt;.</p>");
    expect(await htmlProblems(html)).toEqual([]);
  });

  it("adds the Italian word in another language, and says that it is Italian", async () => {
    const english = bilingualBuild({
      "glossary.question": "What does “{term}” mean?",
      "glossary.italian": "In Italian",
    });
    const { site, i18n } = english.facts;
    const bilingual = fixtureBuild(() => ({
      site,
      i18n,
      glossary: { it: { asilo: term("asilo", "asilo") }, en: { asilo: term("asylum", "asylum") } },
    }));
    const { render } = createGlossaryRenderer(bilingual, componentsOf(bilingual));

    expect(render(["asilo"], "en")).toContain(`<p>… In Italian: <bdi lang="it" dir="ltr">asilo</bdi>.</p>`);
    expect(render(["asilo"], "it")).toContain("<p>…</p>");
    expect(await htmlProblems(render(["asilo"], "en"))).toEqual([]);
  });
});

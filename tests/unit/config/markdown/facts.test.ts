import { describe, expect, it } from "vitest";
import type { Build } from "../../../../src/config/build.ts";
import { createFactRenderer } from "../../../../src/config/markdown/facts.ts";
import { createMarkdown } from "../../../../src/content-model/markdown/markdown.ts";
import { SYMBOLS } from "../../../../src/content-model/schemas/symbols.ts";
import { bilingualBuild, buildAfter, fixtureBuild } from "../../../support/fixture-build.ts";
import { PUBLISHED } from "../../../support/published-site.ts";
import { htmlProblems } from "../../components/html-problems.ts";
import { componentsOf } from "../../components/render.ts";

function render(markdown: string, build: Build = fixtureBuild(), lang = "it"): string {
  return createMarkdown(createFactRenderer(build, componentsOf(build))).render(markdown, { lang });
}

describe("a fact referred to in a text", () => {
  it("is the name of the authority", () => {
    expect(render("Scrivi a {{ente}}.")).toBe("<p>Scrivi a Ente di prova.</p>\n");
  });

  it("is a number to call, as read in the country or dialled from abroad", () => {
    expect(render("Chiama {{telefono:sportello}}.")).toBe(
      `<p>Chiama <a class="d-inline-block" href="tel:+390571878778"><bdi>0571 878778</bdi></a>.</p>\n`,
    );
    expect(render("{{telefono-internazionale:sportello}}")).toBe(
      `<p><a class="d-inline-block" href="tel:+390571878778"><bdi>+39 0571 878778</bdi></a></p>\n`,
    );
  });

  it("is the hours as words", () => {
    expect(render("Risponde {{orari:sportello}}.")).toBe(
      "<p>Risponde lunedì e martedì dalle 9:00 alle 11:00, martedì dalle 15:00 alle 17:00.</p>\n",
    );
  });
});

describe("a symbol", () => {
  it.each(SYMBOLS)("named %s is a drawing that assistive technology leaves out", (name) => {
    expect(render(`{{simbolo:${name}}} Testo.`)).toMatch(
      /^<p><svg class="icon symbol" aria-hidden="true" viewBox="0 0 24 24"><path d="M[^"]+"\/><\/svg> Testo\.<\/p>/,
    );
  });
});

describe("a fact on a line of its own", () => {
  it("is the telephone line with its table, one level below the heading that it stands under", () => {
    const html = render("{{linea:sportello}}");
    expect(html).toContain(`<h2 class="h4">Sportello</h2>`);
    expect(render("## Contatti\n\n### Telefono\n\n{{linea:sportello}}")).toContain(
      `<h4 class="h4">Sportello</h4>`,
    );
    expect(html.match(/<th scope="row">/g)).toHaveLength(7);
  });

  it("is a subscription to the calendar, and a copy of it, each with what it means", () => {
    expect(render("{{calendario:sportello}}")).toBe(
      `<ul><li><a href="webcal://aiuto.internal/sportello.ics">Abbonati agli orari</a><br>Se gli orari cambiano, il tuo calendario si aggiorna da solo.</li>` +
        `<li><a href="/sportello.ics">Aggiungi gli orari al tuo calendario</a><br>Se gli orari cambiano, devi aggiungerli di nuovo.</li></ul>`,
    );
  });

  it("is the licence as the model marks it", () => {
    expect(render("{{licenza}}")).toBe(
      `<h2 data-element="legal-notes-section">Licenza dei contenuti</h2><p data-element="legal-notes-body">Si può riusare tutto.</p><p><a rel="license" href="https://creativecommons.org/licenses/by/4.0/legalcode.it">https://creativecommons.org/licenses/by/4.0/legalcode.it</a></p>`,
    );
  });

  it("is the declaration of accessibility when it is published", () => {
    expect(render("{{dichiarazione-accessibilita}}")).toBe(
      `<p><a href="https://form.agid.gov.it/view/prova">Leggi la dichiarazione di accessibilità</a></p>`,
    );
  });

  it("says that there is no declaration as long as there is none", () => {
    const build = fixtureBuild(({ site }) => ({ site: { ...site, accessibilityDeclaration: null } }));
    const html = render("{{dichiarazione-accessibilita}}", build);
    expect(html).toContain("non è ancora pubblicata");
    expect(html).not.toContain("<a");
  });
});

describe("what becomes public of the ratings", () => {
  const REFERENCE = "{{pareri-pubblicati}}";

  it("is nothing so far, as long as nothing is published", () => {
    expect(render(REFERENCE)).toMatch(/^<p>Per ora non diventa pubblico niente\. .*<\/p>$/);
  });

  it("is the totals, with a link to them, as soon as they are published", async () => {
    const html = render(REFERENCE, await buildAfter(PUBLISHED));
    expect(html).toMatch(/^<p>Una volta al mese diventano pubblici solo i totali: /);
    expect(html).toContain(' <a href="/valutazioni/">Leggi i totali</a>.</p>');
  });
});

describe("a fact in another language", () => {
  const english = bilingualBuild({
    "hours.calendar": "Add the hours to your calendar",
    "hours.calendar.note": "Add them again",
    "hours.subscribe": "Subscribe",
    "hours.subscribe.note": "Up to date",
  });

  it("says of a name or a legal text that it is in the source language", () => {
    expect(render("Write to {{ente}}.", english, "en")).toBe(
      `<p>Write to <span lang="it" dir="ltr">Ente di prova</span>.</p>\n`,
    );
    expect(render("{{licenza}}", english, "en")).toMatch(/^<div lang="it" dir="ltr"><h2 .*<\/p><\/div>$/);
  });

  it("links that language's calendar", () => {
    const html = render("{{calendario:sportello}}", english, "en");
    expect(html).toContain(`<a href="/en/sportello.ics">Add the hours to your calendar</a>`);
    expect(html).toContain(`<a href="webcal://aiuto.internal/en/sportello.ics">Subscribe</a>`);
  });
});

describe("the HTML of facts", () => {
  const hostile = `Ente <b> & "Figli"`;
  const escaped = "Ente &#60;b&#62; &#38; &#34;Figli&#34;";
  const build = fixtureBuild(({ site, contacts }) => ({
    site: {
      ...site,
      authority: { ...site.authority, name: hostile },
      accessibilityDeclaration: `https://form.example/?a=1&b="2"`,
      contentLicense: {
        ...site.contentLicense,
        title: hostile,
        url: "https://a.example/?a=1&b=2",
        paragraphs: [hostile],
      },
    },
    contacts: Object.fromEntries(
      Object.entries(contacts).map(([id, contact]) => [id, { ...contact, name: hostile }]),
    ),
  }));

  it("escapes what the facts say", () => {
    expect(render("{{ente}}", build)).toBe(`<p>${escaped}</p>\n`);
    expect(render("{{licenza}}", build)).toBe(
      `<h2 data-element="legal-notes-section">${escaped}</h2><p data-element="legal-notes-body">${escaped}</p><p><a rel="license" href="https://a.example/?a=1&#38;b=2">https://a.example/?a=1&#38;b=2</a></p>`,
    );
    expect(render("{{dichiarazione-accessibilita}}", build)).toContain(
      `href="https://form.example/?a=1&#38;b=&#34;2&#34;"`,
    );
    expect(render("{{linea:sportello}}", build)).not.toContain("<b>");
  });

  it("is valid", async () => {
    const markdown = [
      "{{ente}} {{telefono:sportello}} {{telefono-internazionale:sportello}} {{orari:sportello}}",
      "{{calendario:sportello}}",
      "{{licenza}}",
      "{{dichiarazione-accessibilita}}",
    ];
    expect(await htmlProblems(render(markdown.join("\n\n")))).toEqual([]);
  });
});

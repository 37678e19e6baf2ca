import { describe, expect, it } from "vitest";
import { htmlProblems } from "./html-problems.ts";
import { examples, render } from "./render.ts";

/** Components without a script, with the macro and arguments of each. */
const COMPONENTS = {
  header: { macro: "header" },
  footer: { macro: "footer" },
  breadcrumb: { macro: "breadcrumb" },
  card: { macro: "card" },
  chips: { macro: "chips" },
  "page-index": { macro: "pageIndex" },
  "qr-code": { macro: "qrCode" },
  icon: { macro: "icon", values: "params.name, params.classes" },
  glossary: { macro: "glossary" },
  symbol: { macro: "symbol" },
};
type Name = keyof typeof COMPONENTS;

function renderComponent(name: Name, params: object): string {
  const { macro, values }: { macro: string; values?: string } = COMPONENTS[name];
  return render(name, macro, params, values);
}

/** Renders a component's example with changes. */
function renderExample(name: Name, example: string, changes: object = {}): string {
  return renderComponent(name, { ...examples(name)[example], ...changes });
}

describe.each(Object.keys(COMPONENTS) as Name[])("the %s component", (name) => {
  it.each(Object.entries(examples(name)))("renders valid HTML for the example '%s'", async (_, params) => {
    const html = renderComponent(name, params);
    expect(html).toContain("<");
    expect(await htmlProblems(html)).toEqual([]);
  });
});

describe("the header", () => {
  it("marks the section of the page in the menu, and the page itself apart from it", () => {
    expect(renderExample("header", "on a service page")).toMatch(
      /href="\/servizi\/" data-element="all-services" aria-current="true">Servizi</,
    );
    expect(renderExample("header", "on a section")).toMatch(
      /data-element="news" aria-current="page">Novità</,
    );
  });

  it("marks nothing as current on the home page", () => {
    expect(renderExample("header", "on a service page", { url: "/" })).not.toContain("aria-current");
  });

  it("has exactly the sections that the site has", () => {
    expect(renderExample("header", "on a service page").match(/class="nav-item"/g)).toHaveLength(3);
    expect(renderExample("header", "on a section").match(/class="nav-item"/g)).toHaveLength(1);
  });

  it("calls the number", () => {
    expect(renderExample("header", "on a service page")).toMatch(
      /href="tel:\+390571878778">.*<bdi>0571 878778<\/bdi><\/a>/,
    );
  });
});

describe("the footer", () => {
  it("links the published declaration of accessibility, else the page that says there is none", () => {
    expect(renderExample("footer", "adopted")).toContain(
      `<a href="https://form.agid.gov.it/view/esempio" data-element="accessibility-link">`,
    );
    expect(renderExample("footer", "not yet adopted")).toContain(
      `<a href="/accessibilita/" data-element="accessibility-link">`,
    );
  });

  it("says that the site is not official until an authority adopts it", () => {
    expect(renderExample("footer", "not yet adopted")).toContain("Non è il sito ufficiale");
    expect(renderExample("footer", "adopted")).not.toContain("Non è il sito ufficiale");
  });
});

describe("the breadcrumb", () => {
  it("ends with the page itself, which is not a link", () => {
    expect(renderExample("breadcrumb", "of a service page")).toMatch(
      /<li class="breadcrumb-item active" aria-current="page">Segretariato sociale<\/li>\s*<\/ol>/,
    );
  });

  it("is the model's list of ancestors on a service page only", () => {
    expect(renderExample("breadcrumb", "of a service page")).toContain(`data-element="breadcrumb"`);
    expect(renderExample("breadcrumb", "of a page")).not.toContain("data-element");
  });
});

describe("the card", () => {
  it("has its title as a heading of the level it was told, with the only link", () => {
    const html = renderExample("card", "of a topic");
    expect(html).toMatch(/<h2 [^>]*><a href="\/argomenti\/immigrazione\/" data-element="topic-element">/);
    expect(html.match(/<a /g)).toHaveLength(1);
  });

  it("shows a date for readers and machines", () => {
    expect(renderExample("card", "of a news")).toContain(
      `<time datetime="2026-11-23">23 novembre 2026</time>`,
    );
  });

  it("has no empty line where category and date are missing", () => {
    expect(renderExample("card", "of a topic").match(/<p/g)).toHaveLength(1);
  });

  it("escapes what editors write", () => {
    expect(renderExample("card", "of a news", { title: `<b>"Sì" & no` })).toContain(
      "&lt;b&gt;&quot;Sì&quot; &amp; no",
    );
  });
});

describe("the chips", () => {
  it("are links that the model can find, in a list with a name", () => {
    const html = renderExample("chips", "topics");
    expect(html).toContain(`aria-label="Argomenti"`);
    expect(html.match(/data-element="service-topic"/g)).toHaveLength(2);
  });
});

describe("the index of the page", () => {
  it("lists bare labels that lead to their sections", () => {
    expect(renderExample("page-index", "of a service page")).toMatch(
      /<ul[^>]* data-element="page-index">\s*<li><a [^>]*href="#a-chi-e-rivolto">A chi è rivolto<\/a><\/li>/,
    );
  });
});

describe("the QR code", () => {
  it("is one image with a text, and writes its address out", () => {
    const html = renderExample("qr-code", "of a service page");
    expect(html).toMatch(/<svg [^>]*role="img" aria-label="Codice QR: [^"]+"/);
    expect(html).toContain(
      `<figcaption dir="ltr">https://segretariato-sociale.example/servizi/segretariato-sociale/</`,
    );
  });
});

describe("the icon", () => {
  it("is hidden from assistive technology and has one path", () => {
    const html = renderExample("icon", "small");
    expect(html).toContain(`class="icon icon-sm" aria-hidden="true"`);
    expect(html.match(/<path /g)).toHaveLength(1);
  });
});

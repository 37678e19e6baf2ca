import { describe, expect, it } from "vitest";
import { explainTerms } from "../../../../src/config/markdown/glossary.ts";
import {
  type ServiceSection,
  sectionHtml,
  sectionLink,
  serviceSections,
} from "../../../../src/config/markdown/service-sections.ts";
import { createMarkdown } from "../../../../src/content-model/markdown/markdown.ts";
import { readSections } from "../../../../src/content-model/markdown/section.ts";
import { FIXTURE } from "../../../support/fixture-build.ts";

const markdown = createMarkdown(({ name }, { lang }) => `[${name} ${lang}]`).use(explainTerms, {
  glossary: () => ({ asilo: { term: "asilo", forms: ["asilo"], explanation: "Protezione." } }),
  render: (ids: readonly string[]) => `[spiega ${ids.join()}]`,
});

/** The sections of a service page with a different body. */
function sectionsOf(body: string): ServiceSection[] {
  const url = "/servizi/aiuto/";
  const page = FIXTURE.pageAt.get(url);
  if (!page) throw new Error(`The fixture site has no page at ${url}.`);
  return serviceSections({ pageAt: new Map([[url, { ...page, sections: readSections(body, 1) }]]) }, url);
}

const BODY = `## A chi è rivolto

A **tutti**.

## Accedi al servizio

Leggi [come si prenota](/prenota/) o [scrivi](/scrivi/).

## Condizioni di servizio

- Sono nelle [condizioni](/condizioni/).

## Contatti

Ti risponde {{ente}}, [Sportello](/amministrazione/sportello/).
`;

const sections = sectionsOf(BODY);
const marks = sections.map(({ element, linkElement }) => ({ element, linkElement }));
const html = (index: number) => {
  const section = sections[index];
  return section ? sectionHtml(markdown, section, "it") : "";
};

describe("the sections of a service page", () => {
  it("tell where their link leads", () => {
    expect(sectionLink(FIXTURE, sections, "service-file", "it")).toBe("/condizioni/");
    expect(sectionLink(FIXTURE, sections.slice(0, 1), "service-file", "it")).toBeUndefined();
  });

  it("come in the body's order with label and anchor", () => {
    expect(sections.map(({ label, id }) => [label, id])).toEqual([
      ["A chi è rivolto", "a-chi-e-rivolto"],
      ["Accedi al servizio", "accedi-al-servizio"],
      ["Condizioni di servizio", "condizioni-di-servizio"],
      ["Contatti", "contatti"],
    ]);
  });

  it("are marked on their text, on their first link, or on both, as the model wants each", () => {
    expect(marks).toEqual([
      { element: "service-addressed", linkElement: undefined },
      { element: "service-generic-access", linkElement: "appointment-booking" },
      { element: undefined, linkElement: "service-file" },
      { element: undefined, linkElement: "service-area" },
    ]);
  });

  it("say how each goes on the leaflet, most of them not at all", () => {
    expect(sections.map(({ printClass }) => printClass)).toEqual([
      "leaflet-who",
      "d-print-none",
      "d-print-none",
      "leaflet-call",
    ]);
  });
});

describe("the text of a section", () => {
  it("is rendered Markdown without attributes of the model", () => {
    expect(html(0)).toBe("<p>A <strong>tutti</strong>.</p>\n");
  });

  it("carries the mark on its first link only", () => {
    expect(html(1)).toContain(`<a href="/prenota/" data-element="appointment-booking">come si prenota</a>`);
    expect(html(1)).toContain(`<a href="/scrivi/">scrivi</a>`);
  });

  it("carries the mark on a link inside a list", () => {
    expect(html(2)).toContain(`<a href="/condizioni/" data-element="service-file">condizioni</a>`);
  });

  it("renders facts in the language of the page", () => {
    expect(html(3)).toContain("Ti risponde [ente it], ");
  });
});

describe("a term of the glossary", () => {
  const body = "## A chi è rivolto\n\nA chi chiede asilo.\n\n## Contatti\n\nPer l'asilo, chiama.\n";
  const explanations = () =>
    sectionsOf(body).map((section) => sectionHtml(markdown, section, "it").includes("[spiega"));

  it("is explained in the first section that uses it only", () => {
    expect(explanations()).toEqual([true, false]);
  });

  it("is explained again when the page is rendered again", () => {
    expect([explanations(), explanations()]).toEqual([
      [true, false],
      [true, false],
    ]);
  });
});

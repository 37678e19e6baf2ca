import type { Environment } from "nunjucks";
import type { FactReference, FactRenderer } from "../content-model/fact-references.ts";
import { contactFilters } from "./filters/contacts.ts";
import { stringFilters } from "./filters/strings.ts";
import type { SiteState } from "./site-state.ts";

/**
 * How a fact referred to in Markdown looks on the page.
 * @param environment gives the Nunjucks environment that renders components, once Eleventy has made it.
 */
export function createFactRenderer(state: SiteState, environment: () => Environment): FactRenderer {
  const { t } = stringFilters(state);
  const { telephone, phoneLine, hours } = contactFilters(state);
  return (reference, { lang }) => render(reference, lang);

  function render({ name, id }: FactReference, lang: string): string {
    const { site } = state.current().facts;
    switch (name) {
      case "ente":
        return escape(site.body.name);
      case "telefono":
        return phoneLink(telephone(id).href, telephone(id).text);
      case "telefono-internazionale":
        return phoneLink(telephone(id).href, telephone(id).international);
      case "orari":
        return escape(hours(id, lang));
      case "linea":
        return component("phone-line", "phoneLine", phoneLine(id, lang, 3));
      case "calendario":
        return `<p>${link(`/${id}.ics`, t("hours.calendar", lang))}</p>`;
      case "licenza":
        return licence(site.contentLicense);
      case "dichiarazione-accessibilita":
        return site.accessibilityDeclaration
          ? `<p>${link(site.accessibilityDeclaration, t("declaration.published", lang))}</p>`
          : `<p>${escape(t("declaration.missing", lang))}</p>`;
    }
  }

  function component(folder: string, macro: string, params: object): string {
    return environment().renderString(
      `{% from "components/${folder}/template.njk" import ${macro} %}{{ ${macro}(params) }}`,
      { params },
    );
  }
}

function licence({ title, paragraphs }: { title: string; paragraphs: readonly string[] }): string {
  const body = paragraphs.map((paragraph) => `<p data-element="legal-notes-body">${escape(paragraph)}</p>`);
  return `<h2 data-element="legal-notes-section">${escape(title)}</h2>${body.join("")}`;
}

/** A number stays on one line. */
function phoneLink(href: string, text: string): string {
  return `<a class="text-nowrap" href="${escape(href)}">${escape(text)}</a>`;
}

function link(href: string, text: string): string {
  return `<a href="${escape(href)}">${escape(text)}</a>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

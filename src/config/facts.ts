import type { Environment } from "nunjucks";
import type { FactReference, FactRenderer } from "../content-model/markdown/fact-references.ts";
import type { Site } from "../content-model/schemas/site.ts";
import { isSymbolName } from "../content-model/schemas/symbols.ts";
import { escapeHtml } from "./escape-html.ts";
import { contactFilters } from "./filters/contacts.ts";
import { languageFilters } from "./filters/languages.ts";
import { stringFilters } from "./filters/strings.ts";
import { renderComponent } from "./render-component.ts";
import type { Html } from "./safe-html.ts";
import type { Build } from "./build.ts";
import { symbolPath } from "./symbol-icons.ts";

/**
 * How a fact referred to in Markdown looks on the page.
 * @param environment gives the Nunjucks environment that renders components, once Eleventy has made it.
 */
export function createFactRenderer(build: Build, environment: () => Environment): FactRenderer {
  const { tHtml, sourceHtml } = stringFilters(build);
  const { sourceAttributes } = languageFilters(build);
  const { telephone, phoneLine, hours, calendarLinks } = contactFilters(build);
  return (reference, { lang }, headingLevel) => render(reference, lang, headingLevel);

  function render({ name, id }: FactReference, lang: string, headingLevel: number): string {
    const { site } = build.facts;
    switch (name) {
      case "ente":
        return sourceHtml(site.authority.name, lang).toString();
      case "telefono":
        return phoneLink(telephone(id).href, telephone(id).text);
      case "telefono-internazionale":
        return phoneLink(telephone(id).href, telephone(id).international);
      case "orari":
        return hours(id, lang).toString();
      case "simbolo":
        return isSymbolName(id)
          ? renderComponent(environment(), "symbol", "symbol", { path: symbolPath(id) })
          : "";
      case "linea":
        return renderComponent(environment(), "phone-line", "phoneLine", phoneLine(id, lang, headingLevel));
      case "calendario":
        return calendarList(id, lang);
      case "licenza":
        return inSourceLanguage(licence(site.contentLicense), lang);
      case "dichiarazione-accessibilita":
        return site.accessibilityDeclaration
          ? `<p>${link(site.accessibilityDeclaration, tHtml("declaration.published", lang))}</p>`
          : `<p>${tHtml("declaration.missing", lang).toString()}</p>`;
    }
  }

  /** Subscribing and taking the hours once, each with what it means when they change. */
  function calendarList(id: string, lang: string): string {
    const { subscribe, file } = calendarLinks(id, lang);
    const item = (href: string, key: string) =>
      `<li>${link(href, tHtml(key, lang))}<br>${tHtml(`${key}.note`, lang).toString()}</li>`;
    return `<ul>${item(subscribe, "hours.subscribe")}${item(file, "hours.calendar")}</ul>`;
  }

  /** The text of a law, which is not translated, says in which language it is. */
  function inSourceLanguage(html: string, lang: string): string {
    const attributes = sourceAttributes(lang);
    return attributes === "" ? html : `<div${attributes}>${html}</div>`;
  }
}

function licence({ title, paragraphs, url }: Site["contentLicense"]): string {
  const body = paragraphs.map(
    (paragraph) => `<p data-element="legal-notes-body">${escapeHtml(paragraph)}</p>`,
  );
  const address = escapeHtml(url);
  const link = `<p><a rel="license" href="${address}">${address}</a></p>`;
  return `<h2 data-element="legal-notes-section">${escapeHtml(title)}</h2>${body.join("")}${link}`;
}

/** A number stays on one line, and from left to right. */
function phoneLink(href: string, text: string): string {
  return `<a class="text-nowrap" href="${escapeHtml(href)}"><bdi>${escapeHtml(text)}</bdi></a>`;
}

function link(href: string, text: Html): string {
  return `<a href="${escapeHtml(href)}">${text.toString()}</a>`;
}

import type { FactReference, FactRenderer } from "../../content-model/markdown/fact-references.ts";
import type { Site } from "../../content-model/schemas/site.ts";
import { isSymbolName } from "../../content-model/schemas/symbols.ts";
import { memoize } from "../../shared/memoize.ts";
import { fullStopOf, spaceOf } from "../../shared/punctuation.ts";
import type { Build } from "../build.ts";
import { escapeHtml, type Html } from "../language/html.ts";
import { localUrl, sourceAttributes, sourceLanguage } from "../language/languages.ts";
import { sourceHtml, tHtml } from "../language/strings.ts";
import { calendarLinks, hours, phoneLine, telephone } from "../views/contacts.ts";
import { symbolPath } from "../views/icons.ts";
import type { ComponentRenderer } from "./components.ts";

/** Creates the function that renders fact references in Markdown. */
export function createFactRenderer(build: Build, component: ComponentRenderer): FactRenderer {
  const renderFact = memoize(render);
  return (reference, { lang }, headingLevel) => renderFact(reference, lang, headingLevel);

  function render({ name, id }: FactReference, lang: string, headingLevel: number): string {
    const { site } = build.facts;
    switch (name) {
      case "ente":
        return sourceHtml(build, site.authority.name, lang).toString();
      case "telefono":
        return phoneLink(telephone(build, id).href, telephone(build, id).text);
      case "telefono-internazionale":
        return phoneLink(telephone(build, id).href, telephone(build, id).international);
      case "orari":
        return hours(build, id, lang).toString();
      case "simbolo":
        return isSymbolName(id) ? component("symbol", "symbol", { path: symbolPath(id) }) : "";
      case "linea":
        return component("phone-line", "phoneLine", phoneLine(build, id, lang, headingLevel));
      case "calendario":
        return calendarList(id, lang);
      case "licenza":
        return inSourceLanguage(licence(site.contentLicense), lang);
      case "dichiarazione-accessibilita":
        return site.accessibilityDeclaration
          ? `<p>${link(site.accessibilityDeclaration, tHtml(build, "declaration.published", lang))}</p>`
          : `<p>${tHtml(build, "declaration.missing", lang).toString()}</p>`;
      case "pareri-pubblicati":
        return publishedNotice(lang);
    }
  }

  /**
   * The links to subscribe to the hours and to download them, each with a note on what happens when
   * the hours change.
   */
  function calendarList(id: string, lang: string): string {
    const { subscribe, file } = calendarLinks(build, id, lang);
    const item = (href: string, key: string) =>
      `<li>${link(href, tHtml(build, key, lang))}<br>${tHtml(build, `${key}.note`, lang).toString()}</li>`;
    return `<ul>${item(subscribe, "hours.subscribe")}${item(file, "hours.calendar")}</ul>`;
  }

  /** What becomes public of the ratings: the totals, if they are published, or nothing so far. */
  function publishedNotice(lang: string): string {
    const page = build.pages.find(({ data }) => data.layout === "ratings");
    if (!build.facts.ratings || !page) return `<p>${tHtml(build, "published.none", lang).toString()}</p>`;
    const url = localUrl(build, page.url, lang);
    const language = build.pageAt.get(url)?.lang === lang ? "" : ` hreflang="${sourceLanguage(build)}"`;
    const address = `<a href="${escapeHtml(url)}"${language}>${tHtml(build, "published.link", lang).toString()}</a>`;
    return `<p>${tHtml(build, "published.totals", lang).toString()}${spaceOf(lang)}${address}${fullStopOf(lang)}</p>`;
  }

  /** Marks the language of a legal text, which is not translated. */
  function inSourceLanguage(html: string, lang: string): string {
    const attributes = sourceAttributes(build, lang);
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

/** A telephone number stays on one line, from left to right. */
function phoneLink(href: string, text: string): string {
  return `<a class="d-inline-block" href="${escapeHtml(href)}"><bdi>${escapeHtml(text)}</bdi></a>`;
}

function link(href: string, text: Html): string {
  return `<a href="${escapeHtml(href)}">${text.toString()}</a>`;
}

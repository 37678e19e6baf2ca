import { categoryUrl, isListed } from "../content-model/reading/site-urls.ts";
import type { BuiltPage, BuiltSite } from "./built-site.ts";
import { attributeOf, marked, textOf } from "./document.ts";
import { about, type Finding } from "./finding.ts";
import { wordIn } from "./words.ts";

/** Reports site sections and topic lists that omit an entry or show one that does not belong. */
export function sectionFindings(site: BuiltSite): Finding[] {
  return about(
    "Modello nazionale",
    site.pages.flatMap((page) => {
      const data = page.content?.data;
      if (data?.layout === "topics")
        return [...topicMessages(page, site)].map((message) => [page.path, message] as const);
      if (data?.layout === "section")
        return [
          ...categoryMessages(page, data.section, site),
          ...(data.section === "services" ? serviceMessages(page, site) : []),
        ].map((message) => [page.path, message] as const);
      return [];
    }),
  );
}

/** Expects a link with the exact name of each category that has a page. */
function categoryMessages({ document, path, lang }: BuiltPage, id: string, site: BuiltSite): string[] {
  const section = site.facts.site.sections.find((candidate) => candidate.id === id);
  if (!section) return [];
  const shown = document.querySelectorAll(`main a[data-element="${section.categoryElement}"]`).map(textOf);
  const expected = section.categories
    .filter((name) => site.byPath.has(categoryUrl({ url: path }, name)))
    .map((name) => wordIn(site, lang, name));
  return sameNames(section.categoryElement, expected, shown);
}

function serviceMessages({ document, lang }: BuiltPage, { contents }: BuiltSite): string[] {
  const linked = marked(document, "service-link").flatMap((link) => attributeOf(link, "href") ?? []);
  const servicePages = contents
    .filter((page) => page.lang === lang && page.data.layout === "service")
    .map(({ url }) => url);
  const booking = document.querySelectorAll('main a[data-element="appointment-booking"]').length;
  return [
    ...sameNames("service-link", servicePages, linked),
    ...(booking === 1 ? [] : [`appointment-booking: ci vuole una volta; qui c'è ${booking} volte`]),
  ];
}

function topicMessages({ document, lang }: BuiltPage, site: BuiltSite): string[] {
  const languages = site.facts.site.languages.map(({ code }) => code);
  const urls = new Set(site.contents.map(({ url }) => url));
  const names = site.contents
    .filter(({ url, lang: own, data }) =>
      isListed({ url, lang: own, layout: data.layout }, lang, { languages, urls }),
    )
    .flatMap(({ data }) => ("topics" in data ? (data.topics ?? []) : []));
  const inUse = [...new Set(names)].map((name) => wordIn(site, lang, name));
  return sameNames("topic-element", inUse, marked(document, "topic-element").map(textOf));
}

/** Compares two lists of names in any order. */
function sameNames(what: string, expected: readonly string[], found: readonly string[]): string[] {
  const missing = expected.filter((name) => !found.includes(name));
  const unknown = found.filter((name) => !expected.includes(name));
  return [
    ...missing.map((name) => `${what}: manca «${name}»`),
    ...unknown.map((name) => `${what}: «${name}» non c'entra`),
    ...(new Set(found).size === found.length ? [] : [`${what}: lo stesso nome due volte`]),
  ];
}

import type { Page } from "../../content-model/reading/page.ts";
import { categoryUrl, type SiteAddress, topicUrl } from "../../content-model/reading/site-urls.ts";
import type { SiteSection } from "../../content-model/schemas/site.ts";
import type { Build } from "../build.ts";
import type { Html } from "../language/html.ts";
import { homeOf, localUrl, sourceLanguage } from "../language/languages.ts";
import { tHtml, wordHtml } from "../language/strings.ts";
import { isPublic, pageHead } from "./page-head.ts";

interface Link {
  text: string | Html;
  url?: string;
}

interface TreeEntry {
  title: string | Html;
  url: string;
  children: TreeEntry[];
}

/**
 * The breadcrumb of a page: its ancestors, its category if it has one, and the page itself without
 * a link.
 */
export function breadcrumb(
  build: Build,
  url: string,
  title: string | Html,
  lang: string,
  category?: string,
): Link[] {
  const { facts, pageAt } = build;
  const home = homeOf(build, lang);
  const above = ancestors(url, home).flatMap((ancestor) => {
    const page = pageAt.get(ancestor);
    return page ? [{ text: shortTitle(page), url: ancestor }] : [];
  });
  const section = facts.site.sections.find(({ categories }) => category && categories.includes(category));
  const parent =
    section && category
      ? [
          {
            text: wordHtml(build, category, lang),
            url: localUrl(build, categoryUrl(section, category), lang),
          },
        ]
      : [];
  return [{ text: tHtml(build, "nav.home", lang), url: home }, ...above, ...parent, { text: title }];
}

/**
 * The easy version of a page, in the page's language or else in the source language. Undefined if
 * there is neither.
 */
export function easyVersion(build: Build, url: string, lang: string): Page | undefined {
  const path = url.slice(homeOf(build, lang).length);
  const easyIn = (language: string) => build.easyVersionOf.get(homeOf(build, language) + path);
  return easyIn(lang) ?? easyIn(sourceLanguage(build));
}

/** Links to the pages of topics. */
export function topicLinks(build: Build, names: readonly string[], lang: string): Link[] {
  return names.map((name) => ({
    text: wordHtml(build, name, lang),
    url: localUrl(build, topicUrl(name), lang),
  }));
}

/**
 * Links to the topics that have a page in a language, with descriptions, in the order of the data.
 */
export function topicsIn(build: Build, lang: string): (Link & { description: Html | undefined })[] {
  const addresses = build.addresses.filter((address) => address.kind === "topic" && address.lang === lang);
  return build.facts.topics.flatMap(({ name }) => {
    const address = addresses.find((topic) => topic.name === name);
    if (!address) return [];
    const description = pageHead(build, address).descriptionHtml;
    return [{ text: wordHtml(build, name, lang), url: address.url, description }];
  });
}

/** A site section by its id. */
export function sectionFacts({ facts }: Build, id: string): SiteSection | undefined {
  return facts.site.sections.find((section) => section.id === id);
}

/** Links to the categories of a site section that have a page in a language. */
export function categoryLinks(build: Build, { id, categories }: SiteSection, lang: string): Link[] {
  return categories.flatMap((name) =>
    build.addresses
      .filter(
        ({ kind, section, ...address }) =>
          kind === "category" && section === id && address.lang === lang && address.name === name,
      )
      .map(({ url }) => ({ text: wordHtml(build, name, lang), url })),
  );
}

/** The addresses that search engines may list, in alphabetical order. */
export function publicAddresses({ addresses }: Build): SiteAddress[] {
  return addresses.filter(isPublic).sort((a, b) => a.url.localeCompare(b.url));
}

/**
 * The site map of a language, as a tree of two levels. The first level has the pages that are only
 * below the home page, and the second all pages below each of these.
 */
export function siteTree(build: Build, lang: string): TreeEntry[] {
  const home = homeOf(build, lang);
  const entries = publicAddresses(build)
    .filter((address) => address.lang === lang)
    .map((address) => ({
      title: titleInLists(build, address),
      url: address.url,
      children: [] as TreeEntry[],
    }));
  const entryAt = new Map(entries.map((entry) => [entry.url, entry]));
  return entries.filter((entry) => {
    const above = ancestors(entry.url, home).find((url) => entryAt.has(url));
    if (above !== undefined) entryAt.get(above)?.children.push(entry);
    return above === undefined;
  });
}

/** The addresses between the home page and a page, from the top. */
function ancestors(url: string, home: string): string[] {
  const segments = url.slice(home.length).split("/").filter(Boolean).slice(0, -1);
  return segments.map((_, index) => `${home}${segments.slice(0, index + 1).join("/")}/`);
}

/**
 * The title of a page in lists. A generated page has its title from the data, marked if it is not
 * translated.
 */
export function titleInLists(build: Build, address: SiteAddress): string | Html {
  const page = build.pageAt.get(address.url);
  return page ? shortTitle(page) : (pageHead(build, address).titleHtml ?? "");
}

function shortTitle({ data }: Page): string {
  return data.navTitle ?? data.title;
}

import type { CollectionItem } from "@11ty/eleventy";
import { languagePrefix, parentUrl } from "../../content-model/reading/page-url.ts";
import { categoryUrl, topicUrl } from "../../content-model/reading/site-urls.ts";
import type { SiteSection } from "../../content-model/schemas/site.ts";
import type { Listing } from "../collections.ts";
import type { Build } from "../build.ts";
import { type Html, safeHtml } from "../safe-html.ts";
import { languageFilters } from "./languages.ts";
import { stringFilters } from "./strings.ts";

interface Link {
  text: string | Html;
  url?: string;
}

interface TreeEntry {
  title: string | Html;
  url: string;
  children: TreeEntry[];
}

/** What a page is called in lists: words of the data, said to be Italian where they are, if nobody wrote it. */
function headingOf({ titleHtml, navTitle, title }: CollectionItem["data"]): string | Html {
  return typeof titleHtml === "string" ? safeHtml(titleHtml) : String(navTitle ?? title);
}

/** Links between pages: breadcrumb, topics, categories, the map of the site. */
export function navigationFilters(build: Build) {
  const { tHtml, wordHtml } = stringFilters(build);
  const { localUrl, inLanguage, languageVersions, sourceLanguage } = languageFilters(build);
  return {
    breadcrumb,
    siteUrl,
    topicLinks,
    topicItems,
    sectionFacts,
    categoryLinks,
    siteTree,
    head,
    easyVersion,
  };

  /** The first items of a list. */
  function head<Item>(items: readonly Item[], count: number): Item[] {
    return items.slice(0, count);
  }

  /** An address on this site with its origin. */
  function siteUrl(url: string): string {
    return new URL(url, build.facts.site.origin).href;
  }

  /** Where the pages of a language begin. */
  function homeOf(lang: string): string {
    return languagePrefix(
      lang,
      build.facts.site.languages.map(({ code }) => code),
    );
  }

  /** The way from the home page to a page: its ancestors, its category when it has one, and itself without a link. */
  function breadcrumb(url: string, title: string | Html, lang: string, category?: string): Link[] {
    const { facts, pages } = build;
    const home = homeOf(lang);
    const segments = url.slice(home.length).split("/").filter(Boolean).slice(0, -1);
    const ancestors = segments.flatMap((_, index) => {
      const ancestor = `${home}${segments.slice(0, index + 1).join("/")}/`;
      const page = pages.find((candidate) => candidate.url === ancestor);
      return page ? [{ text: page.data.navTitle ?? page.data.title, url: ancestor }] : [];
    });
    const section = facts.site.sections.find(({ categories }) => category && categories.includes(category));
    const parent =
      section && category
        ? [{ text: wordHtml(category, lang), url: localUrl(categoryUrl(section, category), lang) }]
        : [];
    return [{ text: tHtml("nav.home", lang), url: home }, ...ancestors, ...parent, { text: title }];
  }

  /** The easy version of a page: in its language, else in the source language; undefined where there is none. */
  function easyVersion(url: string, lang: string): { url: string; lang: string } | undefined {
    const { facts, pages } = build;
    const source = facts.site.languages[0]?.code ?? lang;
    const path = url.slice(homeOf(lang).length);
    const easyIn = (language: string) =>
      pages.find(
        (page) =>
          page.data.layout === "easy" &&
          page.lang === language &&
          parentUrl(page.url) === `${homeOf(language)}${path}`,
      );
    return easyIn(lang) ?? easyIn(source);
  }

  function topicLinks(names: readonly string[], lang: string): Link[] {
    return names.map((name) => ({ text: wordHtml(name, lang), url: localUrl(topicUrl(name), lang) }));
  }

  function topicItems(listings: readonly Listing[], lang: string): Link[] {
    return topicLinks(
      inLanguage(listings, lang).map(({ name }) => name),
      lang,
    );
  }

  function sectionFacts(id: string): SiteSection | undefined {
    return build.facts.site.sections.find((section) => section.id === id);
  }

  /** The categories that have a list in a language: the others would be empty there. */
  function categoryLinks(section: SiteSection, lang: string): Link[] {
    return section.categories.flatMap((name) => {
      const list = languageVersions(categoryUrl(section, name), sourceLanguage()).find(
        ({ code }) => code === lang,
      );
      return list?.exists ? [{ text: wordHtml(name, lang), url: list.url }] : [];
    });
  }

  /**
   * A language's pages as a tree of two levels: those below no other than the home page, and all that lie under each.
   */
  function siteTree(items: readonly CollectionItem[], lang: string): TreeEntry[] {
    const home = homeOf(lang);
    const entries = inLanguage(items, lang).map(({ url, data }) => ({
      title: headingOf(data),
      url,
      children: [] as TreeEntry[],
    }));
    const below = ({ url }: TreeEntry) =>
      entries.filter((other) => url !== home && other.url !== url && other.url.startsWith(url));
    const children = new Set(entries.flatMap(below));
    return entries
      .filter((entry) => !children.has(entry))
      .map((entry) => ({ ...entry, children: below(entry) }));
  }
}

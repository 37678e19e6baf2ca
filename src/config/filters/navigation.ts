import type { CollectionItem } from "@11ty/eleventy";
import { categoryUrl, topicUrl } from "../../content-model/site-urls.ts";
import type { SiteSection } from "../../content-model/site.ts";
import type { Listing } from "../collections.ts";
import type { SiteState } from "../site-state.ts";
import { stringFilters } from "./strings.ts";

interface Link {
  text: string;
  url?: string;
}

interface TreeEntry {
  title: string;
  url: string;
  children: TreeEntry[];
}

/** Links between pages: breadcrumb, topics, categories, the map of the site. */
export function navigationFilters(state: SiteState) {
  const { t, localUrl } = stringFilters(state);
  return { breadcrumb, siteUrl, topicLinks, topicItems, sectionFacts, categoryLinks, siteTree, head };

  /** The first items of a list. */
  function head<Item>(items: readonly Item[], count: number): Item[] {
    return items.slice(0, count);
  }

  /** An address on this site with its origin. */
  function siteUrl(url: string): string {
    return new URL(url, state.current().facts.site.origin).href;
  }

  /** The way from the home page to a page: its ancestors, its category when it has one, and itself without a link. */
  function breadcrumb(url: string, title: string, lang: string, category?: string): Link[] {
    const { facts, pages } = state.current();
    const home = localUrl("/", lang);
    const segments = url.slice(home.length).split("/").filter(Boolean).slice(0, -1);
    const ancestors = segments.flatMap((_, index) => {
      const ancestor = `${home}${segments.slice(0, index + 1).join("/")}/`;
      const page = pages.find((candidate) => candidate.url === ancestor);
      return page ? [{ text: page.data.navTitle ?? page.data.title, url: ancestor }] : [];
    });
    const section = facts.site.sections.find(({ categories }) => category && categories.includes(category));
    const parent =
      section && category ? [{ text: category, url: localUrl(categoryUrl(section, category), lang) }] : [];
    return [{ text: t("nav.home", lang), url: home }, ...ancestors, ...parent, { text: title }];
  }

  function topicLinks(names: readonly string[], lang: string): Link[] {
    return names.map((name) => ({ text: name, url: localUrl(topicUrl(name), lang) }));
  }

  function topicItems(listings: readonly Listing[], lang: string): Link[] {
    return topicLinks(
      listings.map(({ name }) => name),
      lang,
    );
  }

  function sectionFacts(id: string): SiteSection | undefined {
    return state.current().facts.site.sections.find((section) => section.id === id);
  }

  function categoryLinks(section: SiteSection, lang: string): Link[] {
    return section.categories.map((name) => ({
      text: name,
      url: localUrl(categoryUrl(section, name), lang),
    }));
  }

  /** The pages as a tree of two levels: those below no other than the home page, and all that lie under each. */
  function siteTree(items: readonly CollectionItem[]): TreeEntry[] {
    const entries = items.map(({ url, data }) => ({
      title: String(data.navTitle ?? data.title),
      url,
      children: [] as TreeEntry[],
    }));
    const below = ({ url }: TreeEntry) =>
      entries.filter((other) => url !== "/" && other.url !== url && other.url.startsWith(url));
    const children = new Set(entries.flatMap(below));
    return entries
      .filter((entry) => !children.has(entry))
      .map((entry) => ({ ...entry, children: below(entry) }));
  }
}

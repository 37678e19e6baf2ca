import type { CollectionApi, CollectionItem, UserConfig } from "@11ty/eleventy";
import { categoryUrl, topicUrl } from "../content-model/site-urls.ts";
import { languageFilters } from "./filters/languages.ts";
import { stringFilters } from "./filters/strings.ts";
import type { Html } from "./safe-html.ts";
import type { SiteState } from "./site-state.ts";

/** A page that lists others of its language: a topic's or a category's. */
export interface Listing {
  /** Its name in the data, in the source language. */
  name: string;
  lang: string;
  title: string;
  description: string;
  /** The same two, marked where nobody translated them. */
  titleHtml: Html;
  descriptionHtml: Html;
  url: string;
  items: CollectionItem[];
}

/** The layout whose pages each section lists. */
const SECTION_LAYOUTS = { services: "service", news: "news", management: "office", live: "page" } as const;

/**
 * Collections: one a section (`services`, `news` newest first, `management`), `topics` in use and `categories`
 * as listings, `public` = every page that search engines may list. Each has all languages: see `inLanguage`.
 */
export function registerCollections(
  eleventyConfig: Pick<UserConfig, "addCollection">,
  state: SiteState,
): void {
  for (const [section, layout] of Object.entries(SECTION_LAYOUTS)) {
    eleventyConfig.addCollection(section, (api) => withLayout(api, layout));
  }
  eleventyConfig.addCollection("topics", (api) => topicListings(api, state));
  eleventyConfig.addCollection("categories", (api) => categoryListings(api, state));
  eleventyConfig.addCollection("public", (api) =>
    api
      .getAll()
      .filter(({ url, data }) => url && !data.hidden)
      .sort((a, b) => a.url.localeCompare(b.url)),
  );
}

function withLayout(api: CollectionApi, layout: string): CollectionItem[] {
  return api
    .getAll()
    .filter(({ data }) => data.layout === layout)
    .sort((a, b) => publicationDate(b).localeCompare(publicationDate(a)) || a.url.localeCompare(b.url));
}

function publicationDate({ data }: CollectionItem): string {
  return typeof data["published"] === "string" ? data["published"] : "";
}

function topicListings(api: CollectionApi, state: SiteState): Listing[] {
  const { topics } = state.current().facts;
  const about = (name: string) =>
    api.getAll().filter(({ data }) => Array.isArray(data.topics) && data.topics.includes(name));
  return topics
    .flatMap(({ name, description }) => listings(state, name, topicUrl(name), about(name), description))
    .filter(({ items }) => items.length > 0);
}

function categoryListings(api: CollectionApi, state: SiteState): Listing[] {
  return state.current().facts.site.sections.flatMap((section) => {
    const pages = withLayout(api, SECTION_LAYOUTS[section.id]);
    return section.categories.flatMap((name) =>
      listings(
        state,
        name,
        categoryUrl(section, name),
        pages.filter(({ data }) => data.category === name),
      ),
    );
  });
}

/** A listing in each language of the site. */
function listings(
  state: SiteState,
  name: string,
  url: string,
  items: readonly CollectionItem[],
  description = name,
): Listing[] {
  const { word, wordHtml } = stringFilters(state);
  const { localUrl, inLanguage } = languageFilters(state);
  return state.current().facts.site.languages.map(({ code }) => ({
    name,
    lang: code,
    title: word(name, code),
    description: word(description, code),
    titleHtml: wordHtml(name, code),
    descriptionHtml: wordHtml(description, code),
    url: localUrl(url, code),
    items: inLanguage(items, code),
  }));
}

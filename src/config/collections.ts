import type { CollectionApi, CollectionItem, UserConfig } from "@11ty/eleventy";
import { SECTION_LAYOUTS } from "../content-model/schemas/front-matter.ts";
import { categoryUrl, topicUrl } from "../content-model/reading/site-urls.ts";
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

/**
 * Collections: one a section (`services`, `news` newest first, `management`), `topics` and `categories` in use as
 * listings, `feeds` = the languages that have one, `public` = every page that search engines may list. Each has all
 * languages: see `inLanguage` and `listed`.
 */
export function registerCollections(
  eleventyConfig: Pick<UserConfig, "addCollection">,
  state: SiteState,
): void {
  for (const [section, layout] of Object.entries(SECTION_LAYOUTS)) {
    eleventyConfig.addCollection(section, (api) => withLayout(api, layout));
  }
  eleventyConfig.addCollection("feeds", (api) => feedLanguages(api, state));
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

/** The languages that have news, or list those of the source language. */
function feedLanguages(api: CollectionApi, state: SiteState): { code: string }[] {
  const { listed } = languageFilters(state);
  const news = withLayout(api, SECTION_LAYOUTS.news);
  return state.current().facts.site.languages.filter(({ code }) => listed(news, code).length > 0);
}

function topicListings(api: CollectionApi, state: SiteState): Listing[] {
  const { topics } = state.current().facts;
  const about = (name: string) =>
    api.getAll().filter(({ data }) => Array.isArray(data.topics) && data.topics.includes(name));
  return topics.flatMap(({ name, description }) =>
    listings(state, name, topicUrl(name), about(name), description),
  );
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

/** A listing in each language of the site in which it would not be empty. */
function listings(
  state: SiteState,
  name: string,
  url: string,
  items: readonly CollectionItem[],
  description = name,
): Listing[] {
  const { word, wordHtml } = stringFilters(state);
  const { localUrl, listed } = languageFilters(state);
  const listing = (code: string): Listing => ({
    name,
    lang: code,
    title: word(name, code),
    description: word(description, code),
    titleHtml: wordHtml(name, code),
    descriptionHtml: wordHtml(description, code),
    url: localUrl(url, code),
    items: listed(items, code),
  });
  return state
    .current()
    .facts.site.languages.map(({ code }) => listing(code))
    .filter((made) => made.items.length > 0);
}

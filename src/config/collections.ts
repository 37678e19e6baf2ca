import type { CollectionApi, CollectionItem, UserConfig } from "@11ty/eleventy";
import { SECTION_LAYOUTS } from "../content-model/schemas/front-matter.ts";
import { categoryUrl, topicUrl } from "../content-model/reading/site-urls.ts";
import { languageFilters } from "./filters/languages.ts";
import { stringFilters } from "./filters/strings.ts";
import type { Html } from "./safe-html.ts";
import type { Build } from "./build.ts";

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
export function registerCollections(eleventyConfig: Pick<UserConfig, "addCollection">, build: Build): void {
  for (const [section, layout] of Object.entries(SECTION_LAYOUTS)) {
    eleventyConfig.addCollection(section, (api) => withLayout(api, layout));
  }
  eleventyConfig.addCollection("feeds", (api) => feedLanguages(api, build));
  eleventyConfig.addCollection("topics", (api) => topicListings(api, build));
  eleventyConfig.addCollection("categories", (api) => categoryListings(api, build));
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
function feedLanguages(api: CollectionApi, build: Build): { code: string }[] {
  const { listed } = languageFilters(build);
  const news = withLayout(api, SECTION_LAYOUTS.news);
  return build.facts.site.languages.filter(({ code }) => listed(news, code).length > 0);
}

function topicListings(api: CollectionApi, build: Build): Listing[] {
  const { topics } = build.facts;
  const about = (name: string) =>
    api.getAll().filter(({ data }) => Array.isArray(data.topics) && data.topics.includes(name));
  return topics.flatMap(({ name, description }) =>
    listings(build, name, topicUrl(name), about(name), description),
  );
}

function categoryListings(api: CollectionApi, build: Build): Listing[] {
  return build.facts.site.sections.flatMap((section) => {
    const pages = withLayout(api, SECTION_LAYOUTS[section.id]);
    return section.categories.flatMap((name) =>
      listings(
        build,
        name,
        categoryUrl(section, name),
        pages.filter(({ data }) => data.category === name),
      ),
    );
  });
}

/** A listing in each language of the site in which it would not be empty. */
function listings(
  build: Build,
  name: string,
  url: string,
  items: readonly CollectionItem[],
  description = name,
): Listing[] {
  const { word, wordHtml } = stringFilters(build);
  const { localUrl, listed } = languageFilters(build);
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
  return build.facts.site.languages.map(({ code }) => listing(code)).filter((made) => made.items.length > 0);
}

import type { CollectionApi, CollectionItem, UserConfig } from "@11ty/eleventy";
import { categoryUrl, topicUrl } from "../content-model/site-urls.ts";
import type { SiteFacts } from "../content-model/site-facts.ts";
import type { SiteState } from "./site-state.ts";

/** A page that lists others: a topic's or a category's. */
export interface Listing {
  name: string;
  description: string;
  url: string;
  items: CollectionItem[];
}

/** The layout whose pages each section lists. */
const SECTION_LAYOUTS = { services: "service", news: "news", management: "office", live: "page" } as const;

/**
 * Collections: one a section (`services`, `news` newest first, `management`), `topics` in use and `categories`
 * as listings, `public` = every page that search engines may list.
 */
export function registerCollections(
  eleventyConfig: Pick<UserConfig, "addCollection">,
  state: SiteState,
): void {
  for (const [section, layout] of Object.entries(SECTION_LAYOUTS)) {
    eleventyConfig.addCollection(section, (api) => withLayout(api, layout));
  }
  eleventyConfig.addCollection("topics", (api) => topicListings(api.getAll(), state.current().facts));
  eleventyConfig.addCollection("categories", (api) => categoryListings(api, state.current().facts));
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

function topicListings(items: readonly CollectionItem[], { topics }: SiteFacts): Listing[] {
  return topics
    .map(({ name, description }) => ({
      name,
      description: description ?? name,
      url: topicUrl(name),
      items: items.filter(({ data }) => Array.isArray(data.topics) && data.topics.includes(name)),
    }))
    .filter((listing) => listing.items.length > 0);
}

function categoryListings(api: CollectionApi, { site }: SiteFacts): Listing[] {
  return site.sections.flatMap((section) =>
    section.categories.map((name) => ({
      name,
      description: name,
      url: categoryUrl(section, name),
      items: withLayout(api, SECTION_LAYOUTS[section.id]).filter(({ data }) => data.category === name),
    })),
  );
}

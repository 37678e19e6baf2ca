import type { ContentPage } from "./content-page.ts";
import { type Layout, SECTION_LAYOUTS, sectionOf } from "../schemas/front-matter.ts";
import { slugify } from "../markdown/headings.ts";
import { languagePrefix } from "./page-url.ts";
import type { SiteFacts } from "../schemas/site-facts.ts";
import type { LanguageAddresses } from "./local-address.ts";

/** What decides which addresses the templates make besides the pages. */
export interface UrlSources {
  /** Language codes, the source language first. */
  languages: readonly string[];
  sections: readonly { id: string; url: string; categories: readonly string[] }[];
  /** Ids of the contacts whose hours are a calendar. */
  calendars: readonly string[];
  pages: readonly ListedPage[];
}

/** A page as far as lists are concerned. */
export interface ListedPage {
  url: string;
  lang: string;
  layout: Layout | undefined;
  topics: readonly string[];
  category: string | undefined;
}

/** Every address that the build makes: pages, listings, feeds, calendars, thanks and retry. */
export function siteUrls(pages: readonly ContentPage[], facts: SiteFacts): ReadonlySet<string> {
  const generated = generatedUrls({
    languages: facts.site.languages.map(({ code }) => code),
    sections: facts.site.sections,
    calendars: contactsWithHours(facts.contacts),
    pages: pages.map(({ url, lang, data }) => ({
      url,
      lang,
      layout: data.layout,
      topics: ("topics" in data ? data.topics : undefined) ?? [],
      category: "category" in data ? data.category : undefined,
    })),
  });
  return new Set([...pages.map(({ url }) => url), ...generated]);
}

/** The addresses that templates make, without those of the content files. A list that would be empty has none. */
export function generatedUrls({ languages, sections, calendars, pages }: UrlSources): string[] {
  const urls = new Set(pages.map(({ url }) => url));
  const localized = languages.flatMap((lang) => {
    const listed = pages.filter((page) => isListed(page, lang, { languages, urls }));
    const topics = new Set(listed.flatMap((page) => page.topics));
    const listings = sections.flatMap((section) =>
      section.categories
        .filter((name) => listed.some(isInCategory(section.id, name)))
        .map((name) => categoryUrl(section, name)),
    );
    const news = listed.some(({ layout }) => layout === SECTION_LAYOUTS.news);
    const feeds = sections.filter(({ id }) => news && id === "news").map(({ url }) => `${url}feed.xml`);
    const files = ["/site.webmanifest", ...calendars.map(calendarUrl)];
    const prefix = languagePrefix(lang, languages);
    return ["/grazie/", "/parere/", ...files, ...[...topics].map(topicUrl), ...listings, ...feeds].map(
      (url) => prefix + url.slice(1),
    );
  });
  return [...localized, "/sitemap.xml", "/robots.txt", "/404.html", "/feedback.json"];
}

function isInCategory(section: string, name: string): (page: ListedPage) => boolean {
  return ({ layout, category }) => category === name && layout !== undefined && sectionOf(layout) === section;
}

/**
 * Whether the lists of a language name a page: each of its own, and the news of the source language that nobody has
 * translated.
 */
export function isListed(
  { url, lang, layout }: { url: string; lang: unknown; layout: unknown },
  listLang: string,
  { languages, urls }: LanguageAddresses,
): boolean {
  if (lang === listLang) return true;
  const isNews = layout === SECTION_LAYOUTS.news && lang === languages[0];
  return isNews && !urls.has(languagePrefix(listLang, languages) + url.slice(1));
}

/** The page that lists what is about a topic, in the source language. */
export function topicUrl(topic: string): string {
  return `/argomenti/${slugify(topic)}/`;
}

/** The page that lists what is in a section's category, in the source language. */
export function categoryUrl(section: { url: string }, category: string): string {
  return `${section.url}${slugify(category)}/`;
}

/** Ids of the contacts whose hours are told. */
export function contactsWithHours(contacts: SiteFacts["contacts"]): string[] {
  return Object.keys(contacts).filter((id) => (contacts[id]?.hours.length ?? 0) > 0);
}

/** The iCalendar file of a contact's hours. */
export function calendarUrl(contactId: string): string {
  return `/${contactId}.ics`;
}

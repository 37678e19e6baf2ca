import type { ContentPage } from "./content-page.ts";
import { slugify } from "./headings.ts";
import { languagePrefix } from "./page-url.ts";
import type { SiteFacts } from "./site-facts.ts";

/** What decides which addresses the templates make besides the pages. */
export interface UrlSources {
  /** Language codes, the source language first. */
  languages: readonly string[];
  sections: readonly { id: string; url: string; categories: readonly string[] }[];
  /** Ids of the contacts whose hours are a calendar. */
  calendars: readonly string[];
  /** Topics in use, by language. */
  topicsInUse: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Every address that the build makes: pages, listings, feeds, calendars, thanks and retry. */
export function siteUrls(pages: readonly ContentPage[], facts: SiteFacts): ReadonlySet<string> {
  const generated = generatedUrls({
    languages: facts.site.languages.map(({ code }) => code),
    sections: facts.site.sections,
    calendars: contactsWithHours(facts.contacts),
    topicsInUse: topicsByLanguage(
      pages.map(({ lang, data }) => ({ lang, topics: "topics" in data ? data.topics : [] })),
    ),
  });
  return new Set([...pages.map(({ url }) => url), ...generated]);
}

/** The addresses that templates make, without those of the content files. */
export function generatedUrls({ languages, sections, calendars, topicsInUse }: UrlSources): string[] {
  const localized = languages.flatMap((lang) => {
    const prefix = languagePrefix(lang, languages);
    const topics = [...(topicsInUse.get(lang) ?? [])].map(topicUrl);
    const listings = sections.flatMap((section) =>
      section.categories.map((name) => categoryUrl(section, name)),
    );
    const feeds = sections.filter(({ id }) => id === "news").map(({ url }) => `${url}feed.xml`);
    const files = ["/site.webmanifest", ...calendars.map(calendarUrl)];
    return ["/grazie/", "/parere/", ...files, ...topics, ...listings, ...feeds].map(
      (url) => prefix + url.slice(1),
    );
  });
  return [...localized, "/sitemap.xml", "/robots.txt", "/404.html", "/feedback.json"];
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

/** The topics that pages of each language name. */
export function topicsByLanguage(
  pages: readonly { lang: string; topics?: readonly string[] | undefined }[],
): Map<string, Set<string>> {
  const byLanguage = new Map<string, Set<string>>();
  for (const { lang, topics = [] } of pages) {
    const known = byLanguage.get(lang) ?? new Set();
    topics.forEach((topic) => known.add(topic));
    byLanguage.set(lang, known);
  }
  return byLanguage;
}

import { textsAt } from "../documents/source-document.ts";
import { SECTION_LAYOUTS, sectionOf } from "../schemas/front-matter.ts";
import type { SiteFacts } from "../schemas/site-facts.ts";
import { slugify } from "../schemas/slug.ts";
import type { KnownNames } from "./known-names.ts";
import type { LanguageAddresses } from "./local-address.ts";
import { languagePrefix } from "./page-url.ts";
import type { DraftPage } from "./page.ts";

/** What the data say that decides which addresses the templates make besides the pages. */
type AddressNames = Pick<KnownNames, "languages" | "sections" | "topics" | "withHours">;

/** What stands at an address: a page that an editor wrote, or what the templates make of each kind. */
export type AddressKind =
  | "content"
  | "topic"
  | "category"
  | "thanks"
  | "retry"
  | "feed"
  | "calendar"
  | "webManifest"
  | "notFound"
  | "siteMap"
  | "robots"
  | "feedback";

/** An address of the site. */
export interface SiteAddress {
  /** Its absolute path, `/servizi/`. */
  url: string;
  lang: string;
  kind: AddressKind;
  /** Which of its kind it is: the topic or category in the source language, or the id of the contact. */
  name: string;
  /** The section that a category is of. */
  section?: string;
}

/**
 * The table of the site's addresses: all that a build makes, style, script and images aside. Whoever writes, links or
 * checks an address takes it from here.
 */
export function siteAddresses(pages: readonly DraftPage[], facts: SiteFacts): SiteAddress[] {
  const { site, topics, contacts } = facts;
  const written = pages.map(({ url, lang }): SiteAddress => ({ url, lang, kind: "content", name: "" }));
  const generated = generatedAddresses(pages, {
    languages: site.languages.map(({ code }) => code),
    sections: site.sections,
    topics: topics.map(({ name }) => name),
    withHours: Object.keys(contacts).filter((id) => (contacts[id]?.hours.length ?? 0) > 0),
  });
  return [...written, ...generated];
}

/** The addresses that templates make, without those of the content files. A list that would be empty has none. */
export function generatedAddresses(
  pages: readonly DraftPage[],
  { languages, sections = [], topics = [], withHours }: AddressNames,
): SiteAddress[] {
  const urls = new Set(pages.map(({ url }) => url));
  const localized = languages.flatMap((lang) => {
    const listed = pages.filter((page) => isListed(page, lang, { languages, urls }));
    const prefix = languagePrefix(lang, languages);
    const at = (kind: AddressKind, url: string, name = ""): SiteAddress => ({
      url: prefix + url.slice(1),
      lang,
      kind,
      name,
    });
    const named = new Set(listed.flatMap((page) => factsAt(page, ["topics", "*"])));
    const topicsInUse = topics.filter((name) => named.has(name));
    const hasNews = listed.some(({ layout }) => layout === SECTION_LAYOUTS.news);
    return [
      at("thanks", "/grazie/"),
      at("retry", "/parere/"),
      at("webManifest", "/site.webmanifest"),
      ...withHours.map((contact) => at("calendar", calendarUrl(contact), contact)),
      ...topicsInUse.map((name) => at("topic", topicUrl(name), name)),
      ...sections.flatMap((section) =>
        section.categories
          .filter((name) => listed.some(isInCategory(section.id, name)))
          .map((name) => ({ ...at("category", categoryUrl(section, name), name), section: section.id })),
      ),
      ...sections.filter(({ id }) => hasNews && id === "news").map(({ url }) => at("feed", `${url}feed.xml`)),
    ];
  });
  const [lang = ""] = languages;
  const once: readonly (readonly [AddressKind, string])[] = [
    ["siteMap", "/sitemap.xml"],
    ["robots", "/robots.txt"],
    ["notFound", "/404.html"],
    ["feedback", "/feedback.json"],
  ];
  return [...localized, ...once.map(([kind, url]) => ({ url, lang, kind, name: "" }))];
}

function isInCategory(section: string, name: string): (page: DraftPage) => boolean {
  return (page) =>
    factsAt(page, ["category"]).includes(name) &&
    page.layout !== undefined &&
    sectionOf(page.layout) === section;
}

/** What the front matter of a page says, right or wrong in other respects; of a translation that of its source. */
function factsAt({ frontMatter, translation }: DraftPage, pattern: readonly string[]): string[] {
  return textsAt(translation?.source.frontMatter ?? frontMatter, pattern).map(({ text }) => text);
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

/** The iCalendar file of a contact's hours. */
export function calendarUrl(contactId: string): string {
  return `/${contactId}.ics`;
}

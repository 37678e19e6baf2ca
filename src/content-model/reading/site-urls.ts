import { textsAt } from "../documents/source-document.ts";
import { SECTION_LAYOUTS, sectionOf } from "../schemas/front-matter.ts";
import type { SiteFacts } from "../schemas/site-facts.ts";
import { slugify } from "../schemas/slug.ts";
import type { KnownNames } from "./known-names.ts";
import type { LanguageAddresses } from "./local-address.ts";
import { languagePrefix } from "./page-url.ts";
import type { PartialPage } from "./page.ts";

/** The names in the data that decide which addresses are generated. */
type AddressNames = Pick<KnownNames, "languages" | "sections" | "topics" | "withHours" | "hasRatings">;

/**
 * What is at an address: a page that an editor wrote (`content`), or a kind of generated page or
 * file.
 */
export type AddressKind =
  | "content"
  | "topic"
  | "category"
  | "thanks"
  | "retry"
  | "feed"
  | "calendar"
  | "services"
  | "catalogue"
  | "ratingsCsv"
  | "ratingsJson"
  | "webManifest"
  | "notFound"
  | "siteMap"
  | "robots"
  | "security"
  | "feedback";

/** An address of the site. */
export interface SiteAddress {
  /** Absolute path, such as `/servizi/`. */
  url: string;
  lang: string;
  kind: AddressKind;
  /** The topic or category in the source language, or the id of the contact. */
  name: string;
  /** The site section of a category. */
  section?: string;
}

/**
 * The table of all addresses that a build makes, except for styles, scripts and images. All code
 * that writes, links to or checks addresses uses this table.
 */
export function siteAddresses(pages: readonly PartialPage[], facts: SiteFacts): SiteAddress[] {
  const { site, topics, contacts, ratings } = facts;
  const written = pages.map(({ url, lang }): SiteAddress => ({ url, lang, kind: "content", name: "" }));
  const generated = generatedAddresses(pages, {
    languages: site.languages.map(({ code }) => code),
    sections: site.sections,
    topics: topics.map(({ name }) => name),
    withHours: Object.keys(contacts).filter((id) => (contacts[id]?.hours.length ?? 0) > 0),
    hasRatings: ratings !== null,
  });
  const [{ code: lang } = { code: "" }] = site.languages;
  const security: SiteAddress = { url: "/.well-known/security.txt", lang, kind: "security", name: "" };
  return [...written, ...generated, ...(site.securityContact ? [security] : [])];
}

/** The addresses of generated pages and files. A list without entries has no address. */
export function generatedAddresses(
  pages: readonly PartialPage[],
  { languages, sections = [], topics = [], withHours, hasRatings }: AddressNames,
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
    const named = new Set(listed.flatMap((page) => frontMatterTextsAt(page, ["topics", "*"])));
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
    ["services", "/servizi.jsonld"],
    ["catalogue", "/dati/catalogo.jsonld"],
    ...(hasRatings
      ? ([
          ["ratingsCsv", "/dati/valutazioni.csv"],
          ["ratingsJson", "/dati/valutazioni.json"],
        ] as const)
      : []),
  ];
  return [...localized, ...once.map(([kind, url]) => ({ url, lang, kind, name: "" }))];
}

function isInCategory(section: string, name: string): (page: PartialPage) => boolean {
  return (page) =>
    frontMatterTextsAt(page, ["category"]).includes(name) &&
    page.layout !== undefined &&
    sectionOf(page.layout) === section;
}

/**
 * The values at a path in a page's front matter, even if other parts are wrong. For a translation,
 * those of its source.
 */
function frontMatterTextsAt({ frontMatter, translation }: PartialPage, pattern: readonly string[]): string[] {
  return textsAt(translation?.source.frontMatter ?? frontMatter, pattern).map(({ text }) => text);
}

/**
 * True if the lists of a language include a page. They include all pages in that language, and news
 * items of the source language that have no translation.
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

/** The address of a topic's page, in the source language. */
export function topicUrl(topic: string): string {
  return `/argomenti/${slugify(topic)}/`;
}

/** The address of a category's page, in the source language. */
export function categoryUrl(section: { url: string }, category: string): string {
  return `${section.url}${slugify(category)}/`;
}

/** The address of the iCalendar file with a contact's hours. */
export function calendarUrl(contactId: string): string {
  return `/${contactId}.ics`;
}

import type { CollectionItem } from "@11ty/eleventy";
import type { Page } from "../../content-model/reading/page.ts";
import { isListed, type SiteAddress } from "../../content-model/reading/site-urls.ts";
import { SECTION_LAYOUTS, sectionOf } from "../../content-model/schemas/front-matter.ts";
import type { Build } from "../build.ts";
import { languageCodes } from "../language/languages.ts";

type SectionId = keyof typeof SECTION_LAYOUTS;

/** The pages that a site section lists in a language, the newest first. */
export function sectionPages(build: Build, section: SectionId, lang: string): Page[] {
  return newestFirst(
    listedIn(build, lang).filter(({ data: { layout } }) => layout === SECTION_LAYOUTS[section]),
  );
}

/** The pages that a topic or category lists. */
export function listedPages(build: Build, { kind, name, lang, section }: SiteAddress): Page[] {
  const listed = listedIn(build, lang);
  return kind === "topic"
    ? listed.filter(({ data }) => "topics" in data && data.topics?.includes(name))
    : newestFirst(
        listed.filter(
          ({ data }) => "category" in data && data.category === name && sectionOf(data.layout) === section,
        ),
      );
}

/**
 * The pages in the lists of a language: its own pages, and untranslated news items in the source
 * language.
 */
function listedIn(build: Build, listLang: string): Page[] {
  const addresses = { languages: languageCodes(build), urls: build.urls };
  return build.pages.filter(({ url, lang, data: { layout } }) =>
    isListed({ url, lang, layout }, listLang, addresses),
  );
}

/**
 * Eleventy's collection items for some pages, in the same order, for templates that need the
 * rendered content.
 */
export function itemsOf(items: readonly CollectionItem[], pages: readonly Page[]): CollectionItem[] {
  return pages.flatMap((page) => items.find(({ url }) => url === page.url) ?? []);
}

function newestFirst(pages: readonly Page[]): Page[] {
  return pages.toSorted(
    (a, b) => publicationDate(b).localeCompare(publicationDate(a)) || a.url.localeCompare(b.url),
  );
}

function publicationDate({ data }: Page): string {
  return "published" in data ? data.published : "";
}

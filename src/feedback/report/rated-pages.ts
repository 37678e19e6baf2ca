import type { KnownNames } from "./selection.ts";

/** What the report knows of a page in one language. */
interface SitePage {
  lang: string;
  revision: string;
  /** The page that it translates, or itself. */
  source: string;
  title: string;
  gulpease?: number | undefined;
  isStale: boolean;
}

/** What the report knows of a site: a part of the manifest that the build makes. */
export interface ReportedSite {
  origin: string;
  title: string;
  authority: string;
  /** The pages that can be rated, by address. */
  pages: ReadonlyMap<string, SitePage>;
}

/** A page in one of its languages. */
export interface PageVersion {
  page: string;
  lang: string;
  /** A hash of its words. */
  revision: string;
  /** True if its source has changed since it was translated. */
  isStale: boolean;
}

/** A page that can be rated, with its translations. */
export interface RatedPage {
  /** Its address in the source language. */
  source: string;
  title: string;
  /** The Gulpease index of its Italian text, from 0 to 100. */
  gulpease: number | undefined;
  versions: readonly PageVersion[];
}

/** The pages of a site, each with its translations, in the order of the manifest. */
export function ratedPages({ pages }: ReportedSite): RatedPage[] {
  const bySource = Map.groupBy(pages, ([, { source }]) => source);
  return [...bySource].flatMap(([source, entries]) => {
    const [, own] = entries.find(([page]) => page === source) ?? entries[0] ?? [];
    if (!own) return [];
    const { title, gulpease } = own;
    const versions = entries.map(([page, { lang, revision, isStale }]): PageVersion => ({
      page,
      lang,
      revision,
      isStale,
    }));
    return [{ source, title, gulpease, versions }];
  });
}

/** All pages that can be rated, each in one language. */
export function versionsOf(site: ReportedSite): PageVersion[] {
  return ratedPages(site).flatMap(({ versions }) => versions);
}

/** True if a post is about the words that its page has now. */
export function isCurrent(
  { pages }: Pick<ReportedSite, "pages">,
  { page, revision }: { page: string; revision: string },
): boolean {
  return pages.get(page)?.revision === revision;
}

/** The addresses of a page in all its languages. */
export function addressesOf({ pages }: ReportedSite, source: string): string[] {
  return [...pages].flatMap(([page, rated]) => (rated.source === source ? [page] : []));
}

/** What a selection may name. */
export function knownNames({ pages }: ReportedSite): KnownNames {
  const rated = [...pages.values()];
  return {
    pages: new Set(rated.map(({ source }) => source)),
    languages: new Set(rated.map(({ lang }) => lang)),
  };
}

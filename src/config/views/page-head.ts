import { revisionOf } from "../../content-model/documents/source-text.ts";
import type { Page } from "../../content-model/reading/page.ts";
import type { AddressKind, SiteAddress } from "../../content-model/reading/site-urls.ts";
import { pageWords, wordsRevision } from "../../content-model/translations/revision.ts";
import type { Build } from "../build.ts";
import type { Html } from "../language/html.ts";
import { t, tHtml, word, wordHtml } from "../language/strings.ts";
import { listedPages, sectionPages } from "./listings.ts";

/** What a page's head shows. Data files have none of it. */
export interface PageHead {
  title?: string;
  description?: string;
  /** Title and description of a generated page, marked where they are not translated. */
  titleHtml?: Html;
  descriptionHtml?: Html;
  /** Its last change. For a page that lists others, the last change of any of them. */
  updated?: string | undefined;
  /** A hash of the page's words. It changes when they do, and not with a comma or a date. */
  revision?: string;
}

/** The kinds of pages that search engines may list. */
const PUBLIC: ReadonlySet<AddressKind> = new Set(["content", "topic", "category"]);

export function isPublic({ kind }: SiteAddress): boolean {
  return PUBLIC.has(kind);
}

/** The head of the page at an address. Empty for a data file. */
export function pageHead(build: Build, address: SiteAddress): PageHead {
  switch (address.kind) {
    case "content":
      return editorsHead(build, address);
    case "topic": {
      const topic = build.facts.topics.find(({ name }) => name === address.name);
      return listHead(build, address, topic?.description);
    }
    case "category":
      return listHead(build, address);
    case "thanks":
      return generatedHead(build, address, "thanks.title", "feedback.thanks");
    case "retry":
      return generatedHead(build, address, "retry.title", "retry.description");
    case "notFound":
      return generatedHead(build, address, "notFound.title", "notFound.description");
    case "feed":
      return { updated: lastUpdate(sectionPages(build, "news", address.lang)) };
    case "calendar":
    case "services":
    case "catalogue":
    case "ratingsCsv":
    case "ratingsJson":
    case "webManifest":
    case "siteMap":
    case "robots":
    case "security":
    case "feedback":
      return {};
  }
}

function editorsHead({ pageAt }: Build, address: SiteAddress): PageHead {
  const page = pageAt.get(address.url);
  if (!page) return {};
  const { title, description, updated } = page.data;
  return { title, description, updated, revision: wordsRevision(pageWords(page)) };
}

function listHead(build: Build, address: SiteAddress, description = address.name): PageHead {
  const { name, lang } = address;
  return {
    ...withRevision({ title: word(build, name, lang), description: word(build, description, lang) }),
    titleHtml: wordHtml(build, name, lang),
    descriptionHtml: wordHtml(build, description, lang),
    updated: lastUpdate(listedPages(build, address)),
  };
}

function lastUpdate(pages: readonly Page[]): string | undefined {
  return pages
    .map(({ data }) => data.updated)
    .sort()
    .at(-1);
}

/**
 * The head of a generated page.
 * @param title key of an interface text
 * @param description key of an interface text
 */
function generatedHead(build: Build, { lang }: SiteAddress, title: string, description: string): PageHead {
  return {
    ...withRevision({ title: t(build, title, lang), description: t(build, description, lang) }),
    titleHtml: tHtml(build, title, lang),
    descriptionHtml: tHtml(build, description, lang),
  };
}

/** The revision of a generated page is a hash of its title and description. */
function withRevision(head: { title: string; description: string }): PageHead {
  return { ...head, revision: revisionOf(`${head.title}\n${head.description}`) };
}

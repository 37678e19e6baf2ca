import type { UserConfig } from "@11ty/eleventy";
import type { MarkdownIt } from "markdown-it";
import { qrCode } from "../assets/qr-code.ts";
import { memoize } from "../shared/memoize.ts";
import { colonOf, fullStopOf, spaceOf } from "../shared/punctuation.ts";
import type { Build } from "./build.ts";
import { instant, localDateTime, longDate } from "./language/dates.ts";
import { safeHtml } from "./language/html.ts";
import {
  alternates,
  isPublished,
  languageOf,
  languageVersions,
  localUrl,
  openGraphLocale,
  siteUrl,
  sourceAttributes,
} from "./language/languages.ts";
import { headTitle, isolated, sourceHtml, t, tHtml, unbroken, word, wordHtml } from "./language/strings.ts";
import type { ComponentRenderer } from "./markdown/components.ts";
import { sectionHtml, sectionLink, serviceSections } from "./markdown/service-sections.ts";
import { cardOf } from "./views/cards.ts";
import { booking, ownContact, phoneLine, telephone } from "./views/contacts.ts";
import { formVersion } from "./views/feedback.ts";
import { iconPath } from "./views/icons.ts";
import { itemsOf, listedPages, sectionPages } from "./views/listings.ts";
import {
  breadcrumb,
  categoryLinks,
  easyVersion,
  sectionFacts,
  siteTree,
  topicLinks,
  topicsIn,
} from "./views/navigation.ts";
import { ratingResults } from "./views/ratings.ts";
import { governmentService, jsonLd } from "./views/structured-data.ts";

/** Filters that need the build, which is their first parameter. */
const BUILD_FILTERS = {
  alternates,
  booking,
  breadcrumb,
  cardOf,
  categoryLinks,
  easyVersion,
  formVersion,
  governmentService,
  isPublished,
  languageOf,
  languageVersions,
  listedPages,
  localUrl,
  ownContact,
  phoneLine,
  ratingResults,
  sectionFacts,
  sectionLink,
  sectionPages,
  serviceSections,
  siteTree,
  siteUrl,
  sourceAttributes,
  sourceHtml,
  t,
  tHtml,
  telephone,
  topicLinks,
  topicsIn,
  word,
  wordHtml,
};

/** Filters that need only their value. */
const VALUE_FILTERS = {
  colon: colonOf,
  fullStop: fullStopOf,
  headTitle,
  iconPath,
  instant,
  isolated,
  itemsOf,
  jsonLd,
  localDateTime,
  longDate,
  openGraphLocale,
  qrCode,
  space: spaceOf,
  unbroken,
};

/**
 * Registers the filters, which are exactly those that templates use:
 * https://www.11ty.dev/docs/filters/
 */
export function registerFilters(
  eleventyConfig: Pick<UserConfig, "addFilter">,
  build: Build,
  markdown: MarkdownIt,
  component: ComponentRenderer,
): void {
  for (const [name, filter] of Object.entries(VALUE_FILTERS)) eleventyConfig.addFilter(name, filter);
  for (const [name, filter] of Object.entries(BUILD_FILTERS)) {
    const apply = filter as (build: Build, ...values: never[]) => unknown;
    eleventyConfig.addFilter(name, (...values) => apply(build, ...values));
  }
  const renderOnce = memoize((params: object, folder: string, macro: string = folder) =>
    safeHtml(component(folder, macro, params)),
  );
  // For the parts of a page that are the same on many pages.
  eleventyConfig.addFilter("component", renderOnce);
  eleventyConfig.addFilter("sectionHtml", (...values: [never, never]) => sectionHtml(markdown, ...values));
}

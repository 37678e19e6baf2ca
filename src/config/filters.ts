import type { UserConfig } from "@11ty/eleventy";
import type { MarkdownIt } from "markdown-it";
import { cardFilters } from "./filters/cards.ts";
import { contactFilters } from "./filters/contacts.ts";
import { dateFilters } from "./filters/dates.ts";
import { drawingFilters } from "./filters/drawings.ts";
import { feedbackFilters } from "./filters/feedback.ts";
import { languageFilters } from "./filters/languages.ts";
import { navigationFilters } from "./filters/navigation.ts";
import { sectionFilters } from "./filters/sections.ts";
import { stringFilters } from "./filters/strings.ts";
import { structuredDataFilters } from "./filters/structured-data.ts";
import type { Build } from "./build.ts";

/** Registers every filter under the name of its function: https://www.11ty.dev/docs/filters/ */
export function registerFilters(
  eleventyConfig: Pick<UserConfig, "addFilter">,
  build: Build,
  markdown: MarkdownIt,
): void {
  const filters = {
    ...stringFilters(build),
    ...languageFilters(build),
    ...dateFilters,
    ...cardFilters(build),
    ...contactFilters(build),
    ...navigationFilters(build),
    ...structuredDataFilters(build),
    ...feedbackFilters(build),
    ...sectionFilters(build, markdown),
    ...drawingFilters,
  };
  for (const [name, filter] of Object.entries(filters)) eleventyConfig.addFilter(name, filter);
}

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
import type { SiteState } from "./site-state.ts";

/** Registers every filter under the name of its function: https://www.11ty.dev/docs/filters/ */
export function registerFilters(
  eleventyConfig: Pick<UserConfig, "addFilter">,
  state: SiteState,
  markdown: MarkdownIt,
): void {
  const filters = {
    ...stringFilters(state),
    ...languageFilters(state),
    ...dateFilters,
    ...cardFilters(state),
    ...contactFilters(state),
    ...navigationFilters(state),
    ...structuredDataFilters(state),
    ...feedbackFilters(state),
    ...sectionFilters(markdown),
    ...drawingFilters,
  };
  for (const [name, filter] of Object.entries(filters)) eleventyConfig.addFilter(name, filter);
}

import type { UserConfig } from "@11ty/eleventy";
import { parse } from "yaml";
import { contentPage } from "./content-page.ts";
import type { SiteState } from "./site-state.ts";

/**
 * A page's data are those that the content model checked: a translation has the facts of its source too. What no editor
 * wrote is parsed by the same YAML as the checks, version 1.2, in which a date stays the text that was written.
 * https://www.11ty.dev/docs/data-frontmatter-customize/
 */
export function registerFrontMatter(
  eleventyConfig: Pick<UserConfig, "setFrontMatterParsingOptions">,
  state: SiteState,
): void {
  eleventyConfig.setFrontMatterParsingOptions({
    engines: {
      yaml: (source, { filePath = "" }) => {
        const page = contentPage(state, filePath);
        // Eleventy adds to what it gets.
        return page ? structuredClone(page.data) : (parse(source) as unknown);
      },
    },
  });
}

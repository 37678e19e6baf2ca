import type { UserConfig } from "@11ty/eleventy";
import { parse } from "yaml";

/** One YAML for build and checks: version 1.2, in which a date stays the text that the editor wrote. */
export function registerFrontMatter(eleventyConfig: Pick<UserConfig, "setFrontMatterParsingOptions">): void {
  eleventyConfig.setFrontMatterParsingOptions({
    engines: { yaml: (source: string): unknown => parse(source) },
  });
}

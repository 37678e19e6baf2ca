import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import type { UserConfig } from "@11ty/eleventy";

const PAGES = "_includes/pages";

/**
 * Adds the pages that no editor writes (lists, feed, site map, thanks, ...) to any body's content, as virtual
 * templates: https://www.11ty.dev/docs/virtual-templates/
 */
export function registerTemplates(eleventyConfig: UserConfig): void {
  for (const file of globSync(`${PAGES}/*.njk`).sort()) {
    eleventyConfig.addTemplate(path.basename(file), readFileSync(file, "utf8"));
    eleventyConfig.addWatchTarget(file);
  }
}

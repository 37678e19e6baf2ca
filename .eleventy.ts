import path from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import rss from "@11ty/eleventy-plugin-rss";
import nunjucks from "nunjucks";
import type { Build } from "./src/config/build.ts";
import { registerData } from "./src/config/data.ts";
import { registerFilters } from "./src/config/filters.ts";
import { componentRenderer } from "./src/config/markdown/components.ts";
import { createPageMarkdown } from "./src/config/markdown/page-markdown.ts";
import { registerPages } from "./src/config/pages.ts";

/** The pages that no editor writes. All others come from the content model. */
const INPUT = "src/pages";
const INCLUDES = "_includes";

/**
 * Keeps compiled templates for as long as the process runs. They look filters up by name, so that
 * each build only puts its own in the place of the last one's.
 */
const templates = new nunjucks.Environment(
  new nunjucks.FileSystemLoader(INCLUDES),
  // A name without a value would otherwise leave a gap in the page unnoticed.
  { throwOnUndefined: true },
);
const component = componentRenderer(templates);

/**
 * Registers everything with Eleventy, and says where the folders are.
 * https://www.11ty.dev/docs/config/
 * @param build the checked site to build, passed by `src/tasks/build-site.ts`, which starts
 *   Eleventy
 */
export default function configure(eleventyConfig: UserConfig, build: Build): void {
  const markdown = createPageMarkdown(build, component);

  eleventyConfig.setLibrary("njk", templates);
  eleventyConfig.addPlugin(rss);
  registerData(eleventyConfig, build);
  registerFilters(eleventyConfig, build, markdown, component);
  registerPages(eleventyConfig, build, markdown);

  eleventyConfig.setInputDirectory(INPUT);
  eleventyConfig.setIncludesDirectory(path.relative(INPUT, INCLUDES));
  eleventyConfig.setLayoutsDirectory(path.relative(INPUT, `${INCLUDES}/layouts`));
  eleventyConfig.setTemplateFormats(["njk", "11ty.js"]);
  eleventyConfig.setUseGitIgnore(false);
}

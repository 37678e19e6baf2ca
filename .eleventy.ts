import path from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import rss from "@11ty/eleventy-plugin-rss";
import type { Environment } from "nunjucks";
import type { Build } from "./src/config/build.ts";
import { registerData } from "./src/config/data.ts";
import { registerFilters } from "./src/config/filters.ts";
import { componentRenderer } from "./src/config/markdown/components.ts";
import { createPageMarkdown } from "./src/config/markdown/page-markdown.ts";
import { registerPages } from "./src/config/pages.ts";

/** The pages that no editor writes. All others come from the content model. */
const INPUT = "src/pages";

let isFirstBuild = true;

/**
 * Registers everything with Eleventy, and says where the folders are.
 * https://www.11ty.dev/docs/config/
 * @param build the checked site to build, passed by `src/tasks/build-site.ts`, which starts
 *   Eleventy
 */
export default function configure(eleventyConfig: UserConfig, build: Build): void {
  // Eleventy keeps compiled layouts, with the filters of the first build, for as long as the
  // process runs. The next build would show the facts of the first.
  eleventyConfig.setUseTemplateCache(isFirstBuild);
  isFirstBuild = false;
  // A name without a value would otherwise leave a gap in the page unnoticed.
  eleventyConfig.setNunjucksEnvironmentOptions({ throwOnUndefined: true });
  let nunjucks: Environment;
  eleventyConfig.on("eleventy.engine.njk", ({ environment }) => (nunjucks = environment));
  const component = componentRenderer(() => nunjucks);
  const markdown = createPageMarkdown(build, component);

  eleventyConfig.addPlugin(rss);
  registerData(eleventyConfig, build);
  registerFilters(eleventyConfig, build, markdown);
  registerPages(eleventyConfig, build, markdown);

  eleventyConfig.setInputDirectory(INPUT);
  eleventyConfig.setIncludesDirectory(path.relative(INPUT, "_includes"));
  eleventyConfig.setLayoutsDirectory(path.relative(INPUT, "_includes/layouts"));
  eleventyConfig.setTemplateFormats(["njk", "11ty.js"]);
  eleventyConfig.setUseGitIgnore(false);
}

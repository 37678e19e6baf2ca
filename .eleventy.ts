import path from "node:path";
import rss from "@11ty/eleventy-plugin-rss";
import type { UserConfig } from "@11ty/eleventy";
import type { Environment } from "nunjucks";
import type { Build } from "./src/config/build.ts";
import { registerCollections } from "./src/config/collections.ts";
import { registerData } from "./src/config/data.ts";
import { createFactRenderer } from "./src/config/facts.ts";
import { registerFilters } from "./src/config/filters.ts";
import { createGlossaryRenderer, explainTerms } from "./src/config/glossary.ts";
import { localLinks } from "./src/config/local-links.ts";
import { registerPages } from "./src/config/pages.ts";
import { sentenceLines } from "./src/config/sentence-lines.ts";
import { wideTables } from "./src/config/wide-tables.ts";
import { createMarkdown } from "./src/content-model/markdown/markdown.ts";

/** The pages that no editor writes; the others come from the content model. */
const INPUT = "src/pages";

/**
 * Composition root: what is registered, and where the folders are. https://www.11ty.dev/docs/config/
 * @param build the site to build, checked: Eleventy is started by `src/tasks/build-site.ts`, which hands it over.
 */
export default function configure(eleventyConfig: UserConfig, build: Build): void {
  let nunjucks: Environment;
  const environment = () => nunjucks;
  eleventyConfig.on("eleventy.engine.njk", ({ environment }) => (nunjucks = environment));
  const markdown = createMarkdown(createFactRenderer(build, environment))
    .use(localLinks, build)
    .use(sentenceLines)
    .use(wideTables, build)
    .use(explainTerms, createGlossaryRenderer(build, environment));

  eleventyConfig.addPlugin(rss);
  registerPages(eleventyConfig, build, markdown);
  registerData(eleventyConfig, build);
  registerFilters(eleventyConfig, build, markdown);
  registerCollections(eleventyConfig, build);

  eleventyConfig.setInputDirectory(INPUT);
  eleventyConfig.setIncludesDirectory(path.relative(INPUT, "_includes"));
  eleventyConfig.setLayoutsDirectory(path.relative(INPUT, "_includes/layouts"));
  eleventyConfig.setTemplateFormats(["njk", "11ty.js"]);
  eleventyConfig.setUseGitIgnore(false);
}

import path from "node:path";
import rss from "@11ty/eleventy-plugin-rss";
import type { UserConfig } from "@11ty/eleventy";
import type { Environment } from "nunjucks";
import { registerCollections } from "./src/config/collections.ts";
import { registerData } from "./src/config/data.ts";
import { createFactRenderer } from "./src/config/facts.ts";
import { readFeedbackUrl } from "./src/config/feedback-url.ts";
import { registerFilters } from "./src/config/filters.ts";
import { createGlossaryRenderer, explainTerms } from "./src/config/glossary.ts";
import { localLinks } from "./src/config/local-links.ts";
import { registerPages } from "./src/config/pages.ts";
import { sentenceLines } from "./src/config/sentence-lines.ts";
import { createSiteState } from "./src/config/site-state.ts";
import { wideTables } from "./src/config/wide-tables.ts";
import { createMarkdown } from "./src/content-model/markdown/markdown.ts";
import { siteDirs } from "./src/content-model/reading/site-dirs.ts";

const INPUT = "src/pages";

/** Composition root: what is registered, and where the folders are. https://www.11ty.dev/docs/config/ */
export default function configure(eleventyConfig: UserConfig) {
  const dirs = siteDirs(process.env);
  const state = createSiteState(dirs, readFeedbackUrl(process.env));
  const addPages = registerPages(eleventyConfig, state);
  let nunjucks: Environment;
  const environment = () => nunjucks;
  const markdown = createMarkdown(createFactRenderer(state, environment))
    .use(localLinks, state)
    .use(explainTerms, createGlossaryRenderer(state, environment))
    .use(sentenceLines)
    .use(wideTables, state);

  eleventyConfig.on("eleventy.engine.njk", ({ environment }) => (nunjucks = environment));
  eleventyConfig.on("eleventy.before", async ({ directories }) => {
    await state.reload(directories.output);
    addPages();
  });
  eleventyConfig.setLibrary("md", markdown);
  eleventyConfig.addPlugin(rss);
  registerData(eleventyConfig, state);
  registerFilters(eleventyConfig, state, markdown);
  registerCollections(eleventyConfig, state);
  eleventyConfig.setUseGitIgnore(false);

  return {
    dir: {
      // The pages that no editor writes; the others come from the content model.
      input: INPUT,
      includes: path.relative(INPUT, "_includes"),
      layouts: path.relative(INPUT, "_includes/layouts"),
      // The checked facts are global data (src/config/data.ts): Eleventy finds no folder to read them from again.
      data: "_data",
    },
    markdownTemplateEngine: false,
    templateFormats: ["md", "njk"],
  };
}

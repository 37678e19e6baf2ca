import path from "node:path";
import rss from "@11ty/eleventy-plugin-rss";
import type { UserConfig } from "@11ty/eleventy";
import type { Environment } from "nunjucks";
import { registerCollections } from "./src/config/collections.ts";
import { registerData } from "./src/config/data.ts";
import { registerDevServer } from "./src/config/dev-server.ts";
import { createFactRenderer } from "./src/config/facts.ts";
import { readFeedbackUrl } from "./src/config/feedback-url.ts";
import { registerFilters } from "./src/config/filters.ts";
import { registerFrontMatter } from "./src/config/front-matter.ts";
import { createGlossaryRenderer, explainTerms } from "./src/config/glossary.ts";
import { localLinks } from "./src/config/local-links.ts";
import { sentenceLines } from "./src/config/sentence-lines.ts";
import { createSiteState } from "./src/config/site-state.ts";
import { registerTemplates } from "./src/config/templates.ts";
import { createMarkdown } from "./src/content-model/markdown.ts";
import { siteDirs } from "./src/content-model/site-dirs.ts";

/** Composition root: what is registered, and where the folders are. https://www.11ty.dev/docs/config/ */
export default function configure(eleventyConfig: UserConfig) {
  const dirs = siteDirs(process.env);
  const input = path.relative(process.cwd(), dirs.content);
  const state = createSiteState(dirs, readFeedbackUrl(process.env));
  let nunjucks: Environment;
  const environment = () => nunjucks;
  const markdown = createMarkdown(createFactRenderer(state, environment))
    .use(localLinks, state)
    .use(explainTerms, createGlossaryRenderer(state, environment))
    .use(sentenceLines);

  eleventyConfig.on("eleventy.engine.njk", ({ environment }) => (nunjucks = environment));
  eleventyConfig.on("eleventy.before", ({ directories }) => state.reload(directories.output));
  eleventyConfig.setLibrary("md", markdown);
  eleventyConfig.addPlugin(rss);
  registerFrontMatter(eleventyConfig, state);
  registerData(eleventyConfig, state);
  registerFilters(eleventyConfig, state, markdown);
  registerCollections(eleventyConfig, state);
  registerTemplates(eleventyConfig);
  registerDevServer(eleventyConfig);
  for (const sources of [dirs.data, "src/styles", "src/client", "_includes"])
    eleventyConfig.addWatchTarget(sources);
  eleventyConfig.setUseGitIgnore(false);

  return {
    dir: {
      input,
      includes: path.relative(dirs.content, "_includes"),
      layouts: path.relative(dirs.content, "_includes/layouts"),
      // The checked facts are global data (src/config/data.ts): Eleventy finds no folder to read them from again.
      data: "_data",
    },
    markdownTemplateEngine: false,
    templateFormats: ["md", "njk"],
  };
}

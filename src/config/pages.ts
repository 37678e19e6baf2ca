import type { TemplateConfig, UserConfig } from "@11ty/eleventy";
import type { ContentPage } from "../content-model/reading/content-page.ts";
import type { SiteState } from "./site-state.ts";

/**
 * Hands Eleventy the pages that editors wrote, as the content model read and checked them: it never looks into their
 * folder, so that nothing there is published unchecked, run as code or left out. Each is a virtual template
 * (https://www.11ty.dev/docs/virtual-templates/). They are replaced at the start of each build, when `addTemplate` is too
 * late: Eleventy has merged its configuration, and looks for the templates in what it made of it.
 *
 * @returns replaces the pages of the last build by those of the current site
 */
export function registerPages(eleventyConfig: Pick<UserConfig, "on">, state: SiteState): () => void {
  let current: TemplateConfig | undefined;
  let paths: string[] = [];
  eleventyConfig.on("eleventy.config", (templateConfig) => (current = templateConfig));

  return () => {
    const templates = current?.getConfig().virtualTemplates ?? {};
    for (const path of paths) Reflect.deleteProperty(templates, path);
    paths = state.current().pages.map((page) => {
      const inputPath = `content${page.url}index.md`;
      // A body that began with three hyphens would be read as front matter, which may hold code.
      templates[inputPath] = { inputPath, content: `\n${page.body}`, data: templateData(page) };
      return inputPath;
    });
  };
}

/** What templates read of a page. Eleventy adds to what it gets. */
function templateData(page: ContentPage): object {
  return { ...structuredClone(page.data), permalink: page.url, contentPage: page };
}

import type { UserConfig } from "@11ty/eleventy";
import type { MarkdownIt } from "markdown-it";
import type { ContentPage } from "../content-model/reading/content-page.ts";
import type { Build } from "./build.ts";
import { draw } from "./draw.ts";

/** What a page's template is rendered with. */
interface PageData {
  contentPage: ContentPage;
}

/**
 * Hands Eleventy the pages that editors wrote, as the content model read and checked them. Each is a virtual template
 * (https://www.11ty.dev/docs/virtual-templates/) that is a function: Eleventy looks into no folder of theirs and reads
 * no text of theirs, so that nothing there is published unchecked, run as code or left out.
 */
export function registerPages(
  eleventyConfig: Pick<UserConfig, "addTemplate">,
  { pages }: Build,
  markdown: MarkdownIt,
): void {
  const render = ({ contentPage: { sections, lang, data } }: PageData): string => {
    const tokens = sections.flatMap((section) => section.tokens);
    return draw(markdown, tokens, { lang, layout: data.layout });
  };
  for (const page of pages) {
    eleventyConfig.addTemplate(`content${page.url}index.11ty.js`, render, templateData(page));
  }
}

/** What templates read of a page. Eleventy adds to what it gets, and takes the address as it is. */
function templateData(page: ContentPage): object {
  return { ...structuredClone(page.data), permalink: page.url, dynamicPermalink: false, contentPage: page };
}

import type { UserConfig } from "@11ty/eleventy";
import type { MarkdownIt } from "markdown-it";
import type { Page } from "../content-model/reading/page.ts";
import type { SiteAddress } from "../content-model/reading/site-urls.ts";
import { sectionOf } from "../content-model/schemas/front-matter.ts";
import type { Build } from "./build.ts";
import { DATA_FILES } from "./data-files.ts";
import { drawPage } from "./markdown/page-markdown.ts";

/**
 * Hands Eleventy what it finds in no folder: the pages that editors wrote, as the content model
 * read and checked them, and the files that are data. Each is a virtual template
 * (https://www.11ty.dev/docs/virtual-templates/) that is a function. Eleventy reads no text of an
 * editor, so that nothing is published unchecked, run as code or left out. The pages that no editor
 * writes are templates in `src/pages`.
 */
export function registerPages(
  eleventyConfig: Pick<UserConfig, "addTemplate">,
  build: Build,
  markdown: MarkdownIt,
): void {
  for (const address of build.addresses) {
    const page = build.pageAt.get(address.url);
    const write = DATA_FILES[address.kind];
    const path = `virtual${address.url}.11ty.js`;
    if (page) eleventyConfig.addTemplate(path, () => contentOf(page), pageData(address, page));
    if (write) eleventyConfig.addTemplate(path, () => write(build, address), templateData(address));
  }

  /** The layout of services draws their sections itself, each in its place. */
  function contentOf(page: Page): string {
    return page.data.layout === "service" ? "" : drawPage(markdown, page);
  }
}

/**
 * What templates read of a page that an editor wrote: its front matter, whether it has a table, and
 * how a translation stands to its source. By their tag, the pages of a section are a collection.
 */
function pageData(address: SiteAddress, { data, translation, sections }: Page): object {
  const tags = sectionOf(data.layout) ?? [];
  const hasTable = sections.some(({ tokens }) => tokens.some(({ type }) => type === "table_open"));
  return { ...structuredClone(data), translation, tags, hasTable, ...templateData(address) };
}

/** Eleventy takes the address as it is. */
function templateData(address: SiteAddress): object {
  return { address, permalink: address.url, dynamicPermalink: false };
}

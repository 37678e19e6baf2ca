import type { UserConfig } from "@11ty/eleventy";
import type { MarkdownIt } from "markdown-it";
import type { Page } from "../content-model/reading/page.ts";
import type { SiteAddress } from "../content-model/reading/site-urls.ts";
import { sectionOf } from "../content-model/schemas/front-matter.ts";
import type { Build } from "./build.ts";
import { DATA_FILES } from "./data-files.ts";
import { renderPage } from "./markdown/page-markdown.ts";

/**
 * Adds virtual templates (https://www.11ty.dev/docs/virtual-templates/) for the data files and for
 * the pages that editors wrote, as checked by the content model. Eleventy never reads editors'
 * files by itself, so nothing is published unchecked, run as code or left out. The pages that no
 * editor writes are templates in `src/pages`.
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

  /** The layout of service pages renders the sections itself. */
  function contentOf(page: Page): string {
    return page.data.layout === "service" ? "" : renderPage(markdown, page);
  }
}

/**
 * The data that templates use for a page that an editor wrote: its front matter, whether it has a
 * table, and how it relates to its source. Its tag puts it into the collection of its site section.
 */
function pageData(address: SiteAddress, { data, translation, sections }: Page): object {
  const tags = sectionOf(data.layout) ?? [];
  const hasTable = sections.some(({ tokens }) => tokens.some(({ type }) => type === "table_open"));
  return { ...structuredClone(data), translation, tags, hasTable, ...templateData(address) };
}

/** Eleventy must use the address as it is. */
function templateData(address: SiteAddress): object {
  return { address, permalink: address.url, dynamicPermalink: false };
}

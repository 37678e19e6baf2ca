import { createHash } from "node:crypto";
import path from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import type { SiteState } from "./site-state.ts";

interface TemplateData {
  page: { inputPath: string };
  lang?: string;
  title?: string;
  description?: string;
}

/** What every template can read: the site's facts, the built assets, and each page's language, address and revision. */
export function registerData(eleventyConfig: Pick<UserConfig, "addGlobalData">, state: SiteState): void {
  const facts = () => state.current().facts;
  eleventyConfig.addGlobalData("site", () => facts().site);
  eleventyConfig.addGlobalData("contacts", () => facts().contacts);
  eleventyConfig.addGlobalData("assets", () => state.current().assets);
  eleventyConfig.addGlobalData("permalink", () => (data: TemplateData) => pageOf(data)?.url);
  eleventyConfig.addGlobalData("eleventyComputed", {
    lang: (data: TemplateData) => pageOf(data)?.lang ?? facts().site.languages[0]?.code,
    pageRevision: (data: TemplateData) => pageOf(data)?.revision ?? revisionOf(data),
  });

  function pageOf({ page }: TemplateData) {
    const file = path.resolve(page.inputPath);
    return state.current().pages.find((candidate) => path.resolve(candidate.file) === file);
  }
}

/** The revision of a page that no editor wrote: a hash of what heads it. */
function revisionOf({ title, description }: TemplateData): string {
  return createHash("sha256").update(`${title}\n${description}`).digest("hex").slice(0, 12);
}

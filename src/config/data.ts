import type { UserConfig } from "@11ty/eleventy";
import type { SiteAddress } from "../content-model/reading/site-urls.ts";
import { FEEDBACK_ENDPOINT } from "../shared/feedback-contract.ts";
import type { Build } from "./build.ts";
import { openDataFiles } from "./views/open-data.ts";
import { isPublic, type PageHead, pageHead } from "./views/page-head.ts";

/** The address of the page that is rendered. */
interface TemplateData {
  address: SiteAddress;
}

/**
 * Gives all templates the site's facts, the built assets, the table of addresses and the page's
 * head.
 */
export function registerData(eleventyConfig: Pick<UserConfig, "addGlobalData">, build: Build): void {
  eleventyConfig.addGlobalData("site", build.facts.site);
  eleventyConfig.addGlobalData("assets", build.assets);
  eleventyConfig.addGlobalData(
    "addresses",
    // A site may have no feed. Eleventy makes no page for an empty list, but fails without a list.
    { feed: [], ...Object.groupBy(build.addresses, ({ kind }) => kind) },
  );
  eleventyConfig.addGlobalData(
    "listings",
    build.addresses.filter(({ kind }) => kind === "topic" || kind === "category"),
  );
  eleventyConfig.addGlobalData("openDataFiles", openDataFiles(build));
  eleventyConfig.addGlobalData("feedbackAction", build.feedbackUrl ?? FEEDBACK_ENDPOINT);
  // Eleventy asks for each part of a page's head by itself.
  const heads = new Map<string, PageHead>();
  const head =
    (key: keyof PageHead) =>
    ({ address }: TemplateData) => {
      const known = heads.get(address.url) ?? pageHead(build, address);
      heads.set(address.url, known);
      return known[key];
    };
  eleventyConfig.addGlobalData("eleventyComputed", {
    lang: ({ address }: TemplateData) => address.lang,
    hidden: ({ address }: TemplateData) => !isPublic(address),
    title: head("title"),
    description: head("description"),
    titleHtml: head("titleHtml"),
    descriptionHtml: head("descriptionHtml"),
    updated: head("updated"),
    pageRevision: head("revision"),
  });
}

import { type Assets, buildAssets } from "../assets/build-assets.ts";
import type { LoadedSite } from "../content-model/load-site.ts";
import { parentUrl } from "../content-model/reading/page-url.ts";
import type { Page } from "../content-model/reading/page.ts";
import { siteAddresses, type SiteAddress } from "../content-model/reading/site-urls.ts";
import type { SiteFacts } from "../content-model/schemas/site-facts.ts";
import { siteToday } from "../shared/site-today.ts";

/** A site without a mistake: only such a one is built. */
export interface CheckedSite {
  facts: SiteFacts;
  pages: readonly Page[];
}

/** What one build knows. It is made once, before Eleventy starts, and nothing changes it. */
export interface Build extends CheckedSite {
  /** The table of all addresses, the same as a set, and the page of each that an editor wrote. */
  addresses: readonly SiteAddress[];
  urls: ReadonlySet<string>;
  pageAt: ReadonlyMap<string, Page>;
  /** The easy version of the page at an address. */
  easyVersionOf: ReadonlyMap<string, Page>;
  assets: Assets;
  today: Date;
  /** The remote handler that the form posts to; undefined when the site has its own. */
  feedbackUrl?: string | undefined;
}

/** The site that may be built; undefined when something in it is to be mended first. */
export function checkedSite({ facts, pages, problems }: LoadedSite): CheckedSite | undefined {
  return facts && problems.length === 0 ? { facts, pages } : undefined;
}

/** What a build knows of the addresses of its site. */
export function addressesOf({
  facts,
  pages,
}: CheckedSite): Pick<Build, "addresses" | "urls" | "pageAt" | "easyVersionOf"> {
  const addresses = siteAddresses(pages, facts);
  return {
    addresses,
    urls: new Set(addresses.map(({ url }) => url)),
    pageAt: new Map(pages.map((page) => [page.url, page])),
    easyVersionOf: new Map(
      pages
        .filter(({ data }) => data.layout === "easy")
        // Of several, the first.
        .toReversed()
        .map((page) => [parentUrl(page.url), page]),
    ),
  };
}

/**
 * Begins a build: makes the assets of a site.
 * @param output the folder that they are written to
 * @param feedbackUrl the remote handler that the form posts to, if there is one
 */
export async function beginBuild(
  { facts, pages }: CheckedSite,
  output: string,
  feedbackUrl?: string,
): Promise<Build> {
  return {
    facts,
    pages,
    ...addressesOf({ facts, pages }),
    assets: await buildAssets(output, facts, feedbackUrl),
    today: siteToday(process.env),
    feedbackUrl,
  };
}

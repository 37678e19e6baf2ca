import { type Assets, buildAssets } from "../assets/build-assets.ts";
import type { LoadedSite } from "../content-model/load-site.ts";
import { parentUrl } from "../content-model/reading/page-url.ts";
import type { Page } from "../content-model/reading/page.ts";
import { siteAddresses, type SiteAddress } from "../content-model/reading/site-urls.ts";
import type { SiteFacts } from "../content-model/schemas/site-facts.ts";
import { platformOrigins } from "../shared/platform-origins.ts";
import { siteToday } from "../shared/site-today.ts";

/** A site without errors. Only such a site is built. */
export interface CheckedSite {
  facts: SiteFacts;
  pages: readonly Page[];
}

/** Everything that one build knows. It is made before Eleventy starts, and does not change. */
export interface Build extends CheckedSite {
  /** All addresses as a table and as a set, and the pages that editors wrote, by address. */
  addresses: readonly SiteAddress[];
  urls: ReadonlySet<string>;
  pageAt: ReadonlyMap<string, Page>;
  /** The easy version of each page, by the page's address. */
  easyVersionOf: ReadonlyMap<string, Page>;
  assets: Assets;
  today: Date;
  /** The remote handler that the form posts to. Undefined if the site has its own. */
  feedbackUrl?: string | undefined;
  /** Where the hosting platform publishes this build, besides the site's own origin. */
  platformOrigins?: readonly string[];
}

/** The site, if it can be built. Undefined if there are errors. */
export function checkedSite({ facts, pages, problems }: LoadedSite): CheckedSite | undefined {
  return facts && problems.length === 0 ? { facts, pages } : undefined;
}

/** Collects the addresses of a site for the build. */
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
        // If there are several, the first is used.
        .toReversed()
        .map((page) => [parentUrl(page.url), page]),
    ),
  };
}

/**
 * Prepares a build, and makes the assets of the site.
 * @param output the folder to write the assets to
 * @param feedbackUrl the remote handler that the form posts to, if there is one
 */
export async function prepareBuild(
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
    platformOrigins: platformOrigins(process.env),
  };
}

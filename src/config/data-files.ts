import { dateToRfc3339 } from "@11ty/eleventy-plugin-rss";
import type { AddressKind, SiteAddress } from "../content-model/reading/site-urls.ts";
import { addDays } from "../shared/opening-hours.ts";
import type { Build } from "./build.ts";
import { instant } from "./language/dates.ts";
import { escapeHtml } from "./language/html.ts";
import { alternates, siteUrl } from "./language/languages.ts";
import { calendar } from "./views/contacts.ts";
import { feedbackManifest } from "./views/feedback.ts";
import { publicAddresses } from "./views/navigation.ts";
import { catalogue, ratingsCsv, ratingsJson } from "./views/open-data.ts";
import { pageHead } from "./views/page-head.ts";
import { publicServices } from "./views/public-services.ts";
import { webManifest } from "./views/structured-data.ts";

type DataFile = (build: Build, address: SiteAddress) => string;

/** The data files of a site, by the kind of their address, with the functions that make them. */
export const DATA_FILES: Readonly<Partial<Record<AddressKind, DataFile>>> = {
  calendar: (build, { name, lang }) => calendar(build, name, lang),
  feedback: (build) => `${JSON.stringify(feedbackManifest(build))}\n`,
  webManifest: (build, { lang }) => `${JSON.stringify(webManifest(build, lang))}\n`,
  robots: (build) => `User-agent: *\nDisallow: /api/\nSitemap: ${siteUrl(build, "/sitemap.xml")}\n`,
  services: (build) => `${JSON.stringify(publicServices(build))}\n`,
  catalogue: (build) => `${JSON.stringify(catalogue(build))}\n`,
  ratingsCsv,
  ratingsJson: (build) => `${JSON.stringify(ratingsJson(build))}\n`,
  security,
  siteMap,
};

/** How long after a build nobody should rely on its contact any more. A year is the most. */
const SECURITY_CONTACT_DAYS = 180;

/**
 * Whom to tell of a security flaw.
 * @see https://www.rfc-editor.org/rfc/rfc9116
 */
function security(build: Build, { url, lang }: SiteAddress): string {
  const contact = build.facts.site.securityContact ?? "";
  const expires = addDays(build.today.toISOString().slice(0, 10), SECURITY_CONTACT_DAYS);
  return [
    `Contact: ${contact.startsWith("https:") ? "" : "mailto:"}${contact}`,
    `Expires: ${expires}T00:00:00Z`,
    `Preferred-Languages: ${lang}, en`,
    `Canonical: ${siteUrl(build, url)}`,
    "",
  ].join("\n");
}

/**
 * The public pages for search engines, with their versions in other languages.
 * @see https://www.sitemaps.org/protocol.html
 * @see https://developers.google.com/search/docs/specialty/international/localized-versions
 */
function siteMap(build: Build): string {
  const entries = publicAddresses(build).map((address) => {
    const { updated } = pageHead(build, address);
    const changed = updated === undefined ? "" : `<lastmod>${dateToRfc3339(instant(updated))}</lastmod>`;
    const versions = alternates(build, address.url, address.lang).map(
      ({ hreflang, url }) => `\n<xhtml:link rel="alternate" hreflang="${hreflang}" href="${absolute(url)}"/>`,
    );
    return `<url><loc>${absolute(address.url)}</loc>${changed}${versions.join("")}</url>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join("")}</urlset>
`;

  function absolute(url: string): string {
    return escapeHtml(siteUrl(build, url));
  }
}

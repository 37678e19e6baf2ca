import type { SiteAddress } from "../../content-model/reading/site-urls.ts";
import { localeOf } from "../../shared/locale.ts";
import type { PublishedPage } from "../../shared/published-ratings.ts";
import { wilsonInterval } from "../../shared/wilson.ts";
import type { Build } from "../build.ts";
import { longDate } from "../language/dates.ts";
import { escapeHtml, type Html, safeHtml } from "../language/html.ts";
import { localUrl } from "../language/languages.ts";
import { tHtml } from "../language/strings.ts";
import { titleInLists } from "./navigation.ts";

/** The published ratings of the pages that the site still has, the most rated first. */
export function publishedPages({ facts, urls }: Build): PublishedPage[] {
  const pages = facts.ratings?.pages ?? [];
  return pages.filter(({ page }) => urls.has(page)).toSorted((a, b) => b.total - a.total);
}

/** What the page of ratings shows, in words and as rows of a table. */
export function ratingResults(build: Build, lang: string) {
  const pages = publishedPages(build);
  const total = pages.reduce((sum, page) => sum + page.total, 0);
  const day = longDate(build.facts.ratings?.until ?? "", lang);
  return {
    summary: tHtml(build, "ratings.summary", lang, { total, day }),
    pages: pages.map(({ page, total: votes, positive, negative }) => {
      const link = pageLink(build, page, lang);
      if (positive === null || negative === null)
        return { link, votes, words: tHtml(build, "ratings.hidden", lang, { page: link, total: votes }) };
      const words = tHtml(build, "ratings.clear", lang, { page: link, positive, total: votes });
      return { link, votes, words, positive, negative, share: share(build, positive, votes, lang) };
    }),
  };
}

function pageLink(build: Build, page: string, lang: string): Html {
  const url = localUrl(build, page, lang);
  const address = build.addresses.find((known) => known.url === url);
  const title = address ? distinctTitle(build, address) : "";
  return safeHtml(
    `<a href="${escapeHtml(url)}">${typeof title === "string" ? escapeHtml(title) : title.toString()}</a>`,
  );
}

/** The short name of a page, or its title if another page of the list has the same short name. */
function distinctTitle(build: Build, address: SiteAddress): Html | string {
  const short = (known: SiteAddress) => titleInLists(build, known).toString();
  const listed = build.addresses.filter(({ url, lang }) => lang === address.lang && build.pageAt.has(url));
  const isShared = listed.filter((known) => short(known) === short(address)).length > 1;
  const { title } = build.pageAt.get(address.url)?.data ?? {};
  return isShared && title !== undefined ? title : titleInLists(build, address);
}

/** The share of good ratings with its 95 % interval, from the rounded numbers. */
function share(build: Build, positive: number, total: number, lang: string): Html {
  const format = new Intl.NumberFormat(localeOf(lang), { style: "percent" });
  const { low, high } = wilsonInterval(positive, total);
  return tHtml(build, "ratings.share.value", lang, {
    share: format.format(positive / total),
    low: format.format(low),
    high: format.format(high),
  });
}

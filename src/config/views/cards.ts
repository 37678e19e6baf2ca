import type { Page } from "../../content-model/reading/page.ts";
import type { Build } from "../build.ts";
import { longDate } from "../language/dates.ts";
import { escapeHtml, type Html, safeHtml } from "../language/html.ts";
import { sourceHtml, tHtml, wordHtml } from "../language/strings.ts";

/** The parameters of the `card` component, which shows a page in a list. */
interface Card {
  title: Html;
  url: string;
  /** The language of the linked page, if it differs from that of the list. */
  hreflang?: string;
  text: Html;
  status?: Html;
  category?: Html;
  date?: { iso: string; text: string };
}

/**
 * Makes the card of a page.
 * @param lang language of the list; a page in the source language keeps its own texts, marked as
 *   such
 * @param more further parameters of the component, which override those of the page
 */
export function cardOf<More extends object>(
  build: Build,
  { url, lang: own, data }: Page,
  lang: string,
  more: More,
): Card & More {
  const html = (text: string): Html =>
    own === lang ? safeHtml(escapeHtml(text)) : sourceHtml(build, text, lang);
  return {
    title: html(data.navTitle ?? data.title),
    url,
    ...(own !== lang && { hreflang: own }),
    text: html(data.description),
    ...("active" in data && !data.active && { status: tHtml(build, "service.inactive", lang) }),
    ...("category" in data && { category: wordHtml(build, data.category, lang) }),
    ...("published" in data && {
      date: { iso: data.published, text: longDate(data.published, lang) },
    }),
    ...more,
  };
}

import type { CollectionItem } from "@11ty/eleventy";
import type { ContentPage } from "../../content-model/reading/content-page.ts";
import { escapeHtml } from "../escape-html.ts";
import { type Html, safeHtml } from "../safe-html.ts";
import type { Build } from "../build.ts";
import { dateFilters } from "./dates.ts";
import { stringFilters } from "./strings.ts";

/** What a list shows of a page: the parameters of the `card` component. */
interface Card {
  title: Html;
  url: string;
  /** The language that the link leads to, where it is not that of the list. */
  hreflang?: string;
  text: Html;
  status?: Html;
  category?: Html;
  date?: { iso: string; text: string };
}

/** Pages as lists name them. */
export function cardFilters(build: Build) {
  const { tHtml, wordHtml, sourceHtml } = stringFilters(build);
  return { cardOf };

  /**
   * @param lang of the list; a page in the source language keeps its own texts, marked
   * @param more parameters of the component, which come before the page's own
   */
  function cardOf<More extends object>({ url, data }: CollectionItem, lang: string, more: More): Card & More {
    const { contentPage: page } = data as { contentPage: ContentPage };
    const facts = page.data;
    const html = (text: string): Html =>
      page.lang === lang ? safeHtml(escapeHtml(text)) : sourceHtml(text, lang);
    return {
      title: html(facts.navTitle ?? facts.title),
      url,
      ...(page.lang !== lang && { hreflang: page.lang }),
      text: html(facts.description),
      ...("active" in facts && !facts.active && { status: tHtml("service.inactive", lang) }),
      ...("category" in facts && { category: wordHtml(facts.category, lang) }),
      ...("published" in facts && {
        date: { iso: facts.published, text: dateFilters.longDate(facts.published, lang) },
      }),
      ...more,
    };
  }
}

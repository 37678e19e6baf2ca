import { createHash } from "node:crypto";
import type { UserConfig } from "@11ty/eleventy";
import type { ContentPage } from "../content-model/reading/content-page.ts";
import { calendarUrl, contactsWithHours } from "../content-model/reading/site-urls.ts";
import { FEEDBACK_ENDPOINT } from "../shared/feedback-contract.ts";
import { languageFilters } from "./filters/languages.ts";
import type { Build } from "./build.ts";

interface TemplateData {
  /** Of a page that an editor wrote. */
  contentPage?: ContentPage;
  title?: string;
  description?: string;
  /** Of a page that is made for each language. */
  language?: { code: string };
  /** Of a page that lists others. */
  listing?: { lang: string };
  calendar?: Calendar;
}

/** A telephone line's hours as a file, in one language. */
interface Calendar {
  contact: string;
  lang: string;
  url: string;
}

/** What every template can read: the site's facts, the built assets, and what the content model knows of each page. */
export function registerData(eleventyConfig: Pick<UserConfig, "addGlobalData">, build: Build): void {
  const facts = () => build.facts;
  const { sourceLanguage, localUrl } = languageFilters(build);
  eleventyConfig.addGlobalData("site", () => facts().site);
  eleventyConfig.addGlobalData("assets", () => build.assets);
  eleventyConfig.addGlobalData("calendars", () =>
    facts().site.languages.flatMap(({ code }) =>
      contactsWithHours(facts().contacts).map((contact): Calendar => ({
        contact,
        lang: code,
        url: localUrl(calendarUrl(contact), code),
      })),
    ),
  );
  eleventyConfig.addGlobalData("feedbackAction", () => build.feedbackUrl ?? FEEDBACK_ENDPOINT);
  eleventyConfig.addGlobalData("eleventyComputed", {
    lang: (data: TemplateData) =>
      data.contentPage?.lang ??
      data.language?.code ??
      (data.listing ?? data.calendar)?.lang ??
      sourceLanguage(),
    translation: (data: TemplateData) => data.contentPage?.translation,
    pageRevision: (data: TemplateData) => data.contentPage?.revision ?? revisionOf(data),
  });
}

/** The revision of a page that no editor wrote: a hash of what heads it. */
function revisionOf({ title, description }: TemplateData): string {
  return createHash("sha256").update(`${title}\n${description}`).digest("hex").slice(0, 12);
}

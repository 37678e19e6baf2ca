import { createHash } from "node:crypto";
import type { UserConfig } from "@11ty/eleventy";
import { calendarUrl } from "../content-model/site-urls.ts";
import { FEEDBACK_ENDPOINT } from "../shared/feedback-contract.ts";
import { contentPage } from "./content-page.ts";
import { languageFilters } from "./filters/languages.ts";
import type { SiteState } from "./site-state.ts";

interface TemplateData {
  page: { inputPath: string };
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
export function registerData(eleventyConfig: Pick<UserConfig, "addGlobalData">, state: SiteState): void {
  const facts = () => state.current().facts;
  const pageOf = ({ page }: TemplateData) => contentPage(state, page.inputPath);
  const { sourceLanguage, localUrl } = languageFilters(state);
  eleventyConfig.addGlobalData("site", () => facts().site);
  eleventyConfig.addGlobalData("contacts", () => facts().contacts);
  eleventyConfig.addGlobalData("assets", () => state.current().assets);
  eleventyConfig.addGlobalData("calendars", () =>
    facts().site.languages.flatMap(({ code }) =>
      Object.keys(facts().contacts).map((contact): Calendar => ({
        contact,
        lang: code,
        url: localUrl(calendarUrl(contact), code),
      })),
    ),
  );
  eleventyConfig.addGlobalData("feedbackAction", () => state.current().feedbackUrl ?? FEEDBACK_ENDPOINT);
  eleventyConfig.addGlobalData("permalink", () => (data: TemplateData) => pageOf(data)?.url);
  eleventyConfig.addGlobalData("eleventyComputed", {
    lang: (data: TemplateData) =>
      pageOf(data)?.lang ?? data.language?.code ?? (data.listing ?? data.calendar)?.lang ?? sourceLanguage(),
    headingIds: (data: TemplateData) => pageOf(data)?.headingIds,
    translation: (data: TemplateData) => pageOf(data)?.translation,
    pageRevision: (data: TemplateData) => pageOf(data)?.revision ?? revisionOf(data),
  });
}

/** The revision of a page that no editor wrote: a hash of what heads it. */
function revisionOf({ title, description }: TemplateData): string {
  return createHash("sha256").update(`${title}\n${description}`).digest("hex").slice(0, 12);
}

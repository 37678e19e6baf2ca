import { createHash } from "node:crypto";
import { phoneFormats } from "../../contacts/phone.ts";
import { outgoingLinks } from "../../content-model/markdown/section.ts";
import { languagePrefix } from "../../content-model/reading/page-url.ts";
import type { AddressKind, SiteAddress } from "../../content-model/reading/site-urls.ts";
import { gulpease } from "../../readability/gulpease.ts";
import { readPage } from "../../readability/read-page.ts";
import type { Build } from "../build.ts";
import { localUrl } from "../language/languages.ts";
import { allStrings, t } from "../language/strings.ts";
import { pageHead } from "./page-head.ts";

/** The kinds of pages that have the form. */
const RATED: ReadonlySet<AddressKind> = new Set(["content", "topic", "category", "retry"]);

/** A short hash of the form's wording in a language. It tells which questions a rating answered. */
export function formVersion(build: Build, lang: string): string {
  const strings = Object.entries(allStrings(build, lang))
    .filter(([key]) => key.startsWith("feedback."))
    .sort(([a], [b]) => a.localeCompare(b));
  return createHash("sha256").update(JSON.stringify(strings)).digest("hex").slice(0, 8);
}

/**
 * The content of `feedback.json`: the pages that can be rated, the form and refusals in each
 * language, the telephone numbers that a comment may contain, and what the report shows of a site.
 */
export function feedbackManifest(build: Build) {
  const { facts, feedbackUrl, platformOrigins = [], addresses } = build;
  const { site, contacts } = facts;
  const rated = addresses.filter(({ kind }) => RATED.has(kind));
  return {
    origin: site.origin,
    platformOrigins,
    ...(feedbackUrl !== undefined && { feedbackUrl }),
    title: site.title,
    authority: site.authority.name,
    reportStyle: build.assets.report,
    pages: Object.fromEntries(rated.map((address) => [address.url, ratedPage(build, address)])),
    languages: Object.fromEntries(
      site.languages.map(({ code }) => [
        code,
        {
          formVersion: formVersion(build, code),
          thanks: localUrl(build, "/grazie/", code),
          retry: localUrl(build, "/parere/", code),
          refusals: refusals(build, code),
        },
      ]),
    ),
    phones: Object.values(contacts).map(({ phone }) => phoneFormats(phone).e164),
  };
}

/** What the report needs to know of a page. */
function ratedPage(build: Build, address: SiteAddress) {
  const { url, lang } = address;
  const { title, revision } = pageHead(build, address);
  const page = build.pageAt.get(url);
  const prefix = languagePrefix(
    lang,
    build.facts.site.languages.map(({ code }) => code),
  );
  const index = page && lang === "it" ? gulpease(readPage(page, build.facts).counts) : undefined;
  const links = page ? outgoingLinks(page.sections) : [];
  return {
    lang,
    revision,
    source: `/${url.slice(prefix.length)}`,
    title,
    ...(index !== undefined && { gulpease: Math.floor(index) }),
    ...(links.length > 0 && { links }),
    ...(page?.translation?.isStale === true && { isStale: true }),
  };
}

/** The texts of refusals, by the rest of their key: see src/feedback/http/refusal.ts. */
function refusals(build: Build, lang: string): Record<string, string> {
  const prefix = "refusal.";
  const words = Object.entries(allStrings(build, lang))
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, text]): [string, string] => [key.slice(prefix.length), text]);
  return Object.fromEntries([...words, ["title", t(build, "feedback.error.refused", lang)]]);
}

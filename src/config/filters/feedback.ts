import { createHash } from "node:crypto";
import type { CollectionItem } from "@11ty/eleventy";
import { phoneFormats } from "../../contacts/phone.ts";
import type { Build } from "../build.ts";
import { languageFilters } from "./languages.ts";
import { stringFilters } from "./strings.ts";

/** What the feedback handler must know of the build. */
export function feedbackFilters(build: Build) {
  const { t, allStrings } = stringFilters(build);
  const { localUrl } = languageFilters(build);
  return { formVersion, feedbackManifest };

  /** A short hash of the form's wording in a language: which questions a rating answered. */
  function formVersion(lang: string): string {
    const strings = Object.entries(allStrings(lang))
      .filter(([key]) => key.startsWith("feedback."))
      .sort(([a], [b]) => a.localeCompare(b));
    return createHash("sha256").update(JSON.stringify(strings)).digest("hex").slice(0, 8);
  }

  /** What the handler says when it refuses a post, by the rest of the key: see src/feedback/http/refusal.ts. */
  function refusals(lang: string): Record<string, string> {
    const prefix = "refusal.";
    const words = Object.entries(allStrings(lang))
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, text]): [string, string] => [key.slice(prefix.length), text]);
    return Object.fromEntries([...words, ["title", t("feedback.error.refused", lang)]]);
  }

  /** `feedback.json`: the pages that may be rated, each language's form and refusals, the numbers that a comment may name. */
  function feedbackManifest(items: readonly CollectionItem[]) {
    const { facts, feedbackUrl } = build;
    const { site, contacts } = facts;
    const rated = items.filter(({ data }) => data.layout && !data.withoutFeedback);
    return {
      origin: site.origin,
      ...(feedbackUrl !== undefined && { feedbackUrl }),
      pages: Object.fromEntries(
        rated.map(({ url, data }) => [url, { lang: data.lang, revision: data.pageRevision }]),
      ),
      languages: Object.fromEntries(
        site.languages.map(({ code }) => [
          code,
          {
            formVersion: formVersion(code),
            thanks: localUrl("/grazie/", code),
            retry: localUrl("/parere/", code),
            refusals: refusals(code),
          },
        ]),
      ),
      phones: Object.values(contacts).map(({ phone }) => phoneFormats(phone).e164),
    };
  }
}

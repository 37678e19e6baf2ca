import { createHash } from "node:crypto";
import { phoneFormats } from "../../contacts/phone.ts";
import type { AddressKind } from "../../content-model/reading/site-urls.ts";
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
 * language, and the telephone numbers that a comment may contain.
 */
export function feedbackManifest(build: Build) {
  const { facts, feedbackUrl, platformOrigins = [], addresses } = build;
  const { site, contacts } = facts;
  const rated = addresses.filter(({ kind }) => RATED.has(kind));
  return {
    origin: site.origin,
    platformOrigins,
    ...(feedbackUrl !== undefined && { feedbackUrl }),
    pages: Object.fromEntries(
      rated.map((address) => [
        address.url,
        { lang: address.lang, revision: pageHead(build, address).revision },
      ]),
    ),
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

/** The texts of refusals, by the rest of their key: see src/feedback/http/refusal.ts. */
function refusals(build: Build, lang: string): Record<string, string> {
  const prefix = "refusal.";
  const words = Object.entries(allStrings(build, lang))
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, text]): [string, string] => [key.slice(prefix.length), text]);
  return Object.fromEntries([...words, ["title", t(build, "feedback.error.refused", lang)]]);
}

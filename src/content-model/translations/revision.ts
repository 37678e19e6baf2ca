import { createHash } from "node:crypto";
import { wordsOf } from "../markdown/section.ts";
import type { PartialPage } from "../reading/page.ts";
import { frontMatterTexts } from "./page-texts.ts";

/** The form in which a translation records a revision. */
export const REVISION = /^[0-9a-f]{12}$/;

/** The first 12 hexadecimal digits of the SHA-256 of a text's words. */
export function revisionOf(words: readonly string[]): string {
  return createHash("sha256").update(words.join(" ")).digest("hex").slice(0, 12);
}

/**
 * The words of a page that {@link revisionOf} hashes. They include everything that a translation
 * must share with its source. A change that makes the two differ therefore also makes the
 * translation stale. If this function gives other words, all recorded revisions become invalid.
 */
export function pageWords(page: Pick<PartialPage, "frontMatter" | "sections">): string[] {
  return [
    ...frontMatterTexts(page).flatMap(({ key, text }) => [`${key}:`, ...wordsOf(text)]),
    ...(page.sections ?? []).flatMap(({ words }) => words),
  ];
}

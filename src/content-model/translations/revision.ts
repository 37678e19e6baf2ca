import { revisionOf } from "../documents/source-text.ts";
import { sectionWords, wordsOf } from "../markdown/section.ts";
import type { PartialPage } from "../reading/page.ts";
import { frontMatterTexts } from "./page-texts.ts";

/** The form in which a translation records a revision. */
export const REVISION = /^[0-9a-f]{12}$/;

/** Identifies a page's words, whatever separates them. */
export function wordsRevision(words: readonly string[]): string {
  return revisionOf(words.join(" "));
}

/**
 * The words of a page that {@link wordsRevision} hashes. They include everything that a translation
 * must share with its source. A change that makes the two differ therefore also makes the
 * translation stale. If this function gives other words, all recorded revisions become invalid.
 */
export function pageWords(page: Pick<PartialPage, "frontMatter" | "sections">): string[] {
  return [
    ...frontMatterTexts(page).flatMap(({ key, text }) => [`${key}:`, ...wordsOf(text)]),
    ...(page.sections ?? []).flatMap(sectionWords),
  ];
}

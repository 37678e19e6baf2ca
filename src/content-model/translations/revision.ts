import { createHash } from "node:crypto";
import { wordsOf } from "../markdown/section.ts";
import type { DraftPage } from "../reading/page.ts";
import { frontMatterTexts } from "./page-texts.ts";

/** A revision as a translation records it. */
export const REVISION = /^[0-9a-f]{12}$/;

/** The first 12 hexadecimal digits of the SHA-256 of a text's words: what changes when the text does. */
export function revisionOf(words: readonly string[]): string {
  return createHash("sha256").update(words.join(" ")).digest("hex").slice(0, 12);
}

/**
 * What a page says, word by word, for {@link revisionOf}. All that a translation must have in common with its source is
 * among it, so that whatever makes a translation differ from its source also makes it out of date. Other words would make
 * every translation out of date that was recorded so far.
 */
export function pageWords(page: Pick<DraftPage, "frontMatter" | "sections">): string[] {
  return [
    ...frontMatterTexts(page).flatMap(({ key, text }) => [`${key}:`, ...wordsOf(text)]),
    ...(page.sections ?? []).flatMap(({ words }) => words),
  ];
}

import { createHash } from "node:crypto";
import { plainText } from "../markdown/headings.ts";
import { type PlacedToken, wordsOf } from "../markdown/section.ts";
import type { DraftPage } from "../reading/draft-page.ts";
import { frontMatterTexts } from "./page-texts.ts";

/** A revision as a translation records it. */
export const REVISION = /^[0-9a-f]{12}$/;

/** The first 12 hexadecimal digits of the SHA-256 of a text's words: what changes when the text does. */
export function revisionOf(words: readonly string[]): string {
  return createHash("sha256").update(words.join(" ")).digest("hex").slice(0, 12);
}

/**
 * What a page says, word by word, for {@link revisionOf}: its texts without case, punctuation and white space, and
 * between them what a translation must have in common with it (headings, lists, tables, links, references), so that
 * whatever makes a translation differ from its source also makes it out of date.
 */
export function pageWords({ frontMatter, body }: Pick<DraftPage, "frontMatter" | "body">): string[] {
  return [
    ...frontMatterTexts({ frontMatter }).flatMap(({ key, text }) => [`${key}:`, ...wordsOf(text)]),
    ...bodyWords(body?.tokens ?? []),
  ];
}

/** The tokens whose number and order a translation shares with its source. */
const SHAPE = /^(heading|bullet_list|ordered_list|list_item|table|th|td)_(open|close)$/;
const TEXT_BLOCKS = new Set(["fence", "code_block", "fact_block", "html_block"]);

/** {@link pageWords} of Markdown. */
export function bodyWords(tokens: readonly PlacedToken[]): string[] {
  return tokens.flatMap(({ token }) => {
    if (token.type === "inline") return wordsOf(plainText(token));
    if (TEXT_BLOCKS.has(token.type)) return wordsOf(token.content);
    if (SHAPE.test(token.type))
      return [`<${token.nesting < 0 ? "/" : ""}${token.tag}${token.attrGet("start") ?? ""}>`];
    const address = token.attrGet("href");
    return address === null ? [] : [`<${address}>`];
  });
}

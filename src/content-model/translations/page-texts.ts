import { textsAt } from "../documents/source-document.ts";
import { plainText } from "../markdown/inline-text.ts";
import type { PlacedToken } from "../markdown/section.ts";
import type { DraftPage } from "../reading/page.ts";
import { TEXT_KEYS } from "../schemas/text-keys.ts";

/** A text of a page with its line in the file. */
export interface PageText {
  text: string;
  line: number;
}

/** A text of the front matter, with the key under which it stands. */
export interface FrontMatterText extends PageText {
  key: string;
}

/** The texts of a page's front matter, in a fixed order. */
export function frontMatterTexts({ frontMatter }: Pick<DraftPage, "frontMatter">): FrontMatterText[] {
  if (!frontMatter) return [];
  // A source has changes with dates, a translation has their texts alone.
  const patterns = [...TEXT_KEYS.map((key) => [key]), ["changes", "*", "text"], ["changes", "*"]];
  return patterns.flatMap((pattern) =>
    textsAt(frontMatter, pattern).map(({ text, path }) => ({
      key: String(path[0]),
      text,
      line: frontMatter.lineOf(path),
    })),
  );
}

/** The texts of Markdown, one a paragraph, heading, list item or cell, without markup. References stay as written. */
export function markdownTexts(tokens: readonly PlacedToken[]): PageText[] {
  return tokens
    .filter(({ token }) => token.type === "inline")
    .map(({ token, line }) => ({ text: plainText(token), line }));
}

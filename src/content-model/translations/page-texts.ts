import { textsAt } from "../documents/source-document.ts";
import { plainText } from "../markdown/inline-text.ts";
import type { PlacedToken } from "../markdown/section.ts";
import type { PartialPage } from "../reading/page.ts";
import { TEXT_KEYS } from "../schemas/text-keys.ts";

/** A text of a page with its line in the file. */
export interface PageText {
  text: string;
  line: number;
}

/** A text in the front matter, with its key. */
export interface FrontMatterText extends PageText {
  key: string;
}

/** The texts in a page's front matter, in a fixed order. */
export function frontMatterTexts({ frontMatter }: Pick<PartialPage, "frontMatter">): FrontMatterText[] {
  if (!frontMatter) return [];
  // In a source, each change has a date and a text. In a translation, it is only the text.
  const patterns = [...TEXT_KEYS.map((key) => [key]), ["changes", "*", "text"], ["changes", "*"]];
  return patterns.flatMap((pattern) =>
    textsAt(frontMatter, pattern).map(({ text, path }) => ({
      key: String(path[0]),
      text,
      line: frontMatter.lineOf(path),
    })),
  );
}

/**
 * The texts in Markdown, without markup: one for each paragraph, heading, list item and table cell.
 * Fact references stay as written.
 */
export function markdownTexts(tokens: readonly PlacedToken[]): PageText[] {
  return tokens
    .filter(({ token }) => token.type === "inline")
    .map(({ token, line }) => ({ text: plainText(token), line }));
}

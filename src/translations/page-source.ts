import { parsePage } from "../content-model/reading/read-page.ts";
import { frontMatterTexts } from "../content-model/translations/page-texts.ts";
import { pageWords, wordsRevision } from "../content-model/translations/revision.ts";

/** The part of a page's file that is translated. */
export interface PageSource {
  revision: string;
  /**
   * The texts of the front matter, such as `title: Prenota`, then the text of the page.
   * Lines are those of the file.
   */
  lines: { text: string; line: number }[];
}

/**
 * Extracts from a file what is translated. The result is almost empty if the file is not a page.
 */
export function pageSource(bytes: Uint8Array): PageSource {
  const page = parsePage("", bytes);
  const sections = page.sections ?? [];
  return {
    revision: wordsRevision(pageWords(page)),
    lines: [
      ...frontMatterTexts(page).map(({ key, text: own, line }) => ({ text: `${key}: ${own}`, line })),
      ...sections.flatMap(({ lines, line }) => lines.map((text, index) => ({ text, line: line + index }))),
    ],
  };
}

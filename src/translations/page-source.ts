import { readParts } from "../content-model/reading/read-page.ts";
import { frontMatterTexts } from "../content-model/translations/page-texts.ts";
import { pageWords, revisionOf } from "../content-model/translations/revision.ts";

/** What of a page's file is translated. */
export interface PageSource {
  revision: string;
  /** The texts of the front matter, `title: Prenota`, then the body, with their lines in the file. */
  lines: { text: string; line: number }[];
}

/** Takes out of a file what is translated; little or nothing of one that is no page. */
export function pageSource(bytes: Uint8Array): PageSource {
  const page = readParts("", bytes);
  const sections = page.sections ?? [];
  return {
    revision: revisionOf(pageWords(page)),
    lines: [
      ...frontMatterTexts(page).map(({ key, text: own, line }) => ({ text: `${key}: ${own}`, line })),
      ...sections.flatMap(({ lines, line }) => lines.map((text, index) => ({ text, line: line + index }))),
    ],
  };
}

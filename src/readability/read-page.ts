import type { Page } from "../content-model/reading/page.ts";
import type { SiteFacts } from "../content-model/schemas/site-facts.ts";
import { countText, type TextCounts } from "./gulpease.ts";
import { frontMatterPassages, sectionPassages } from "./passages.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";

/** What comes before the first `##` heading: title, description, opening text. */
export const OPENING = "Inizio della pagina";

/** A section of a page, as read. */
interface ReadSection {
  label: string;
  line: number;
  /** Sentences of the running text. */
  prose: Sentence[];
  /** Headings, titles, table cells: words without a sentence. */
  labels: Sentence[];
  /** Of the running text. */
  counts: TextCounts;
}

export interface ReadPage {
  file: string;
  url: string;
  title: string;
  /** Whether it is written in easy-to-read language, by stricter rules. */
  easy: boolean;
  sections: ReadSection[];
  counts: TextCounts;
}

/** Takes a page apart into the sentences and words that checks look at. */
export function readPage(page: Page, facts: SiteFacts): ReadPage {
  const sections = page.sections.map((section): ReadSection => {
    const isOpening = section.level === 1;
    const front = isOpening ? frontMatterPassages(page) : [];
    const passages = [...front, ...sectionPassages(section, facts)];
    const sentences = (kind: "prose" | "label"): Sentence[] =>
      passages.filter((passage) => passage.kind === kind).flatMap(sentencesOf);
    const prose = sentences("prose");
    return {
      label: isOpening ? OPENING : section.label,
      line: isOpening ? 1 : section.line,
      prose,
      labels: sentences("label"),
      counts: countText(prose),
    };
  });
  const counts = countText(sections.flatMap(({ prose }) => prose));
  const { title, layout } = page.data;
  return { file: page.file, url: page.url, title, easy: layout === "easy", sections, counts };
}

/** All sentences of a page, the running text before the labels. */
export function everySentence({ sections }: ReadPage): Sentence[] {
  return [...proseOf({ sections }), ...sections.flatMap(({ labels }) => labels)];
}

/** The running text of a page. */
export function proseOf({ sections }: Pick<ReadPage, "sections">): Sentence[] {
  return sections.flatMap(({ prose }) => prose);
}

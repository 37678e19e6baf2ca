import type { Page } from "../content-model/reading/page.ts";
import type { SiteFacts } from "../content-model/schemas/site-facts.ts";
import { countText, type TextCounts } from "./gulpease.ts";
import { frontMatterPassages, sectionPassages } from "./passages.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";

/** What comes before the first `##` heading: title, description and opening text. */
export const OPENING = "Inizio della pagina";

/** A section of a page, split into sentences. */
interface SectionReading {
  label: string;
  line: number;
  /** Sentences of the running text. */
  prose: Sentence[];
  /** Headings, titles and table cells, which are words without a sentence. */
  labels: Sentence[];
  /** Counts of the running text. */
  counts: TextCounts;
}

export interface PageReading {
  file: string;
  url: string;
  title: string;
  /** True for an easy page, which has stricter rules. */
  easy: boolean;
  sections: SectionReading[];
  counts: TextCounts;
}

/** Splits a page into the sentences and words that the checks examine. */
export function readPage(page: Page, facts: SiteFacts): PageReading {
  const sections = page.sections.map((section): SectionReading => {
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
export function allSentences({ sections }: PageReading): Sentence[] {
  return [...proseOf({ sections }), ...sections.flatMap(({ labels }) => labels)];
}

/** The running text of a page. */
export function proseOf({ sections }: Pick<PageReading, "sections">): Sentence[] {
  return sections.flatMap(({ prose }) => prose);
}

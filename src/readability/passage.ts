/** Characters from `start` up to, not including, `end`. */
export interface Span {
  start: number;
  end: number;
}

/** A paragraph, a list item, a heading: text that no sentence crosses the ends of. */
export interface Passage {
  /** Prose has sentences, which are counted; of a label (heading, title, table cell) only the words are looked at. */
  kind: "prose" | "label";
  /** The text as a citizen reads it, with the line breaks of the source. */
  text: string;
  /** The file's line on which it starts. */
  line: number;
  /** What the editor cannot write in another way: facts, code, quoted names. Counted, but its words are not looked at. */
  fixed: readonly Span[];
}

/** A part of a page, from one `##` heading to the next; what comes before the first is a part too. */
export interface PageSection {
  label: string;
  line: number;
  passages: Passage[];
}

const QUOTED = /«[^»]*»/g;

/** A passage whose quoted names, between « and », are fixed as well. */
export function passage(
  kind: Passage["kind"],
  text: string,
  line: number,
  fixed: readonly Span[] = [],
): Passage {
  const quoted = Array.from(text.matchAll(QUOTED), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  return { kind, text, line, fixed: [...fixed, ...quoted] };
}

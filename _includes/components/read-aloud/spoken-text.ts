/** How a written span of time is spoken: `dalle {opens} alle {closes}`. */
export type RangePhrase = string;

/** A piece of text as it is spoken, with spans of time in words. */
export function spokenText(text: string, range: RangePhrase): string {
  return text.replace(/(\d+:\d\d)–(\d+:\d\d)/g, (_, opens: string, closes: string) =>
    range.replace("{opens}", opens).replace("{closes}", closes),
  );
}

/** A telephone number as it is dictated: digit by digit, with a pause between groups. */
export function spokenNumber(text: string): string {
  return text.replace(/(\d)\s+(?=\d)/g, "$1, ").replace(/\d(?=\d)/g, "$& ");
}

/**
 * Splits blocks of text into sentences, in order. Browsers stop in the middle of a text that
 * takes longer than about fifteen seconds. And after a pause, reading goes on from the
 * beginning of a sentence.
 */
export function sentencesOf(blocks: readonly string[], lang: string): string[] {
  const segmenter = "Segmenter" in Intl ? new Intl.Segmenter(lang, { granularity: "sentence" }) : undefined;
  return blocks.flatMap((block) => {
    const text = block.replace(/\s+/g, " ").trim();
    const sentences = segmenter
      ? Array.from(segmenter.segment(text), ({ segment }) => segment.trim())
      : [text];
    return sentences.filter((sentence) => sentence !== "");
  });
}

import type { Sentence, Word } from "./sentences.ts";

/** What the index is made of. */
export interface TextCounts {
  sentences: number;
  words: number;
  /** Letters and digits. */
  letters: number;
}

/** Adds up sentences. */
export function countText(sentences: readonly Sentence[]): TextCounts {
  const words = sentences.flatMap((sentence) => sentence.words);
  return {
    sentences: sentences.length,
    words: words.length,
    letters: words.reduce((sum, word) => sum + letterCount(word), 0),
  };
}

/** The letters and digits of a word. */
export function letterCount({ text }: Word): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/**
 * The Gulpease index of readability, 0 (hardest) to 100: below 80 hard for who has a primary-school certificate, below 60
 * for who has a middle-school one. Undefined without words.
 *
 * @see Lucisano, Piemontese, "Gulpease: una formula per la predizione della difficoltà dei testi in lingua italiana",
 * Scuola e città 3, 1988
 */
export function gulpease({ sentences, words, letters }: TextCounts): number | undefined {
  if (words === 0) return undefined;
  return Math.min(100, Math.max(0, 89 + (300 * sentences - 10 * letters) / words));
}

/** The index as people read it: whole, and never rounded up to a limit that it does not reach. */
export function shownIndex(index: number): string {
  return Math.floor(index).toString();
}

import type { Sentence, Word } from "./sentences.ts";

/** The counts that the index is made of. */
export interface TextCounts {
  sentences: number;
  words: number;
  /** Letters and digits. */
  letters: number;
}

export function countText(sentences: readonly Sentence[]): TextCounts {
  const words = sentences.flatMap((sentence) => sentence.words);
  return {
    sentences: sentences.length,
    words: words.length,
    letters: words.reduce((sum, word) => sum + letterCount(word), 0),
  };
}

/** Counts the letters and digits of a word. */
export function letterCount({ text }: Word): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/**
 * The Gulpease index of readability, from 0 (hardest) to 100. A text below 80 is hard for people
 * with a primary-school certificate, and one below 60 for people with a middle-school certificate.
 * Undefined without words.
 *
 * @see Lucisano, Piemontese, "Gulpease: una formula per la predizione della difficoltà dei testi in
 * lingua italiana", Scuola e città 3, 1988
 */
export function gulpease({ sentences, words, letters }: TextCounts): number | undefined {
  if (words === 0) return undefined;
  return Math.min(100, Math.max(0, 89 + (300 * sentences - 10 * letters) / words));
}

/** The index as it is shown: a whole number, never rounded up to a limit that it does not reach. */
export function formatIndex(index: number): string {
  return Math.floor(index).toString();
}

import type { Finding } from "../../content-model/problems/problem.ts";
import { quote } from "../../content-model/problems/wording.ts";
import { letterCount } from "../gulpease.ts";
import { limitsOf, MAX_WORD_LETTERS } from "../limits.ts";
import { proseOf, type PageReading } from "../read-page.ts";
import type { Sentence } from "../sentences.ts";

/**
 * Finds sentences and words of the running text that are too long.
 * @param known names that have no shorter form
 */
export function checkLength(page: PageReading, known: ReadonlySet<string>): Finding[] {
  const { maxSentenceWords } = limitsOf(page);
  return proseOf(page).flatMap((sentence) => [
    ...longSentence(sentence, maxSentenceWords),
    ...longWords(sentence, known),
  ]);
}

function longSentence({ text, line, words }: Sentence, maxWords: number): Finding[] {
  if (words.length <= maxWords) return [];
  const message = `frase lunga: ci vogliono al massimo ${maxWords} parole; qui ce ne sono ${words.length}; dividila in due: ${quote(text)}`;
  return [{ line, message }];
}

function longWords({ words }: Sentence, known: ReadonlySet<string>): Finding[] {
  return words
    .filter((word) => !word.fixed && !known.has(word.text) && letterCount(word) > MAX_WORD_LETTERS)
    .map((word) => ({
      line: word.line,
      message: `parola lunga: ci vogliono al massimo ${MAX_WORD_LETTERS} lettere; qui ce ne sono ${letterCount(word)}; trova una parola più corta: ${quote(word.text)}`,
    }));
}

import type { Finding } from "../../content-model/problems/problem.ts";
import { quote } from "../../content-model/problems/wording.ts";
import { letterCount } from "../gulpease.ts";
import { limitsOf, LONGEST_WORD } from "../limits.ts";
import { proseOf, type ReadPage } from "../read-page.ts";
import type { Sentence } from "../sentences.ts";

/**
 * Sentences and words of the running text that are too long.
 * @param known names that have no shorter form.
 */
export function checkLength(page: ReadPage, known: ReadonlySet<string>): Finding[] {
  const { longestSentence } = limitsOf(page);
  return proseOf(page).flatMap((sentence) => [
    ...longSentence(sentence, longestSentence),
    ...longWords(sentence, known),
  ]);
}

function longSentence({ text, line, words }: Sentence, longest: number): Finding[] {
  if (words.length <= longest) return [];
  const message = `frase lunga: ci vogliono al massimo ${longest} parole; qui ce ne sono ${words.length}; dividila in due: ${quote(text)}`;
  return [{ line, message }];
}

function longWords({ words }: Sentence, known: ReadonlySet<string>): Finding[] {
  return words
    .filter((word) => !word.fixed && !known.has(word.text) && letterCount(word) > LONGEST_WORD)
    .map((word) => ({
      line: word.line,
      message: `parola lunga: ci vogliono al massimo ${LONGEST_WORD} lettere; qui ce ne sono ${letterCount(word)}; trova una parola più corta: ${quote(word.text)}`,
    }));
}

import type { Finding } from "../../content-model/problems/problem.ts";
import { quote } from "../../content-model/problems/wording.ts";
import { acronymOf } from "../acronym.ts";
import { allSentences, type PageReading } from "../read-page.ts";
import type { Speller } from "../speller.ts";

const DIGIT = /\p{N}/u;

/** Finds words that neither the dictionary nor the lists know. */
export function checkSpelling(page: PageReading, speller: Speller): Finding[] {
  return allSentences(page).flatMap(({ spelled }) =>
    spelled
      .filter(
        ({ text, fixed }) => !fixed && !DIGIT.test(text) && !endsInAcronym(text) && !speller.knows(text),
      )
      .map(({ text, line }) => ({ line, message: unknownWord(text, speller.suggest(text)) })),
  );
}

/** Acronyms, also after an article (`l'ISEE`), have a check of their own. */
function endsInAcronym(word: string): boolean {
  return acronymOf(word.slice(word.lastIndexOf("'") + 1)) !== undefined;
}

function unknownWord(word: string, suggestion: string | undefined): string {
  const hint = suggestion === undefined ? "" : `; forse volevi ${quote(suggestion)}?`;
  return `parola sconosciuta: ci vuole una parola del dizionario, oppure di _data/words.json; qui c'è ${quote(word)}${hint}`;
}

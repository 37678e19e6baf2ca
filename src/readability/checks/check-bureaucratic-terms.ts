import type { Finding } from "../../content-model/problems/problem.ts";
import { oneOf, quote } from "../../content-model/problems/wording.ts";
import list from "../data/bureaucratic-terms.json" with { type: "json" };
import { everySentence, type ReadPage } from "../read-page.ts";
import type { Sentence } from "../sentences.ts";

/** A word or phrase of offices, and the common words that say the same. */
interface BureaucraticTerm {
  /** Its words in lower case; `open` words stand for every word that begins so. */
  words: { start: string; open: boolean }[];
  plain: string[];
}

/** The project's list. In `find`, a word that ends in `*` stands for all its inflections. */
export const BUREAUCRATIC_TERMS: readonly BureaucraticTerm[] = list.flatMap(({ find, plain }) =>
  find.map((phrase) => ({
    words: phrase
      .split(/[ ']/)
      .filter((word) => word !== "")
      .map(parseWord),
    plain,
  })),
);

function parseWord(word: string): { start: string; open: boolean } {
  return word.endsWith("*") ? { start: word.slice(0, -1), open: true } : { start: word, open: false };
}

/** Whether the term stands in the text, given as words in lower case, from `index` on. */
export function standsAt({ words }: BureaucraticTerm, text: readonly string[], index: number): boolean {
  return words.every(({ start, open }, offset) => {
    const word = text[index + offset];
    return open ? word?.startsWith(start) : word === start;
  });
}

/** Words of offices, each with the common word to write instead. */
export function checkBureaucraticTerms(page: ReadPage): Finding[] {
  return everySentence(page).flatMap(termsIn);
}

function termsIn({ words }: Sentence): Finding[] {
  const text = words.map((word) => word.text.toLowerCase());
  return words.flatMap(({ line }, index) =>
    BUREAUCRATIC_TERMS.filter((term) => standsAt(term, text, index)).flatMap((term) => {
      const found = words.slice(index, index + term.words.length);
      if (found.some(({ fixed }) => fixed)) return [];
      const written = quote(found.map((word) => word.text).join(" "));
      return [{ line, message: `parola da ufficio, ${written}: scrivi ${oneOf(term.plain, "uno")}` }];
    }),
  );
}

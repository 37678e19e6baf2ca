import type { Finding } from "../../content-model/problems/problem.ts";
import { oneOf, quote } from "../../content-model/problems/wording.ts";
import list from "../data/bureaucratic-terms.json" with { type: "json" };
import { allSentences, type PageReading } from "../read-page.ts";
import type { Sentence } from "../sentences.ts";

/** A word or phrase of office language, and the common words that say the same. */
interface BureaucraticTerm {
  /** Its words in lower case. An `open` word matches every word that begins with it. */
  words: { start: string; open: boolean }[];
  plain: string[];
}

/** The project's list. In `find`, a word that ends in `*` matches all its inflections. */
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

/** True if the term starts at `index` in a text that is given as words in lower case. */
export function matchesAt({ words }: BureaucraticTerm, text: readonly string[], index: number): boolean {
  return words.every(({ start, open }, offset) => {
    const word = text[index + offset];
    return open ? word?.startsWith(start) : word === start;
  });
}

/** Finds words of office language, and says which common word to write instead. */
export function checkBureaucraticTerms(page: PageReading): Finding[] {
  return allSentences(page).flatMap(termsIn);
}

function termsIn({ words }: Sentence): Finding[] {
  const text = words.map((word) => word.text.toLowerCase());
  return words.flatMap(({ line }, index) =>
    BUREAUCRATIC_TERMS.filter((term) => matchesAt(term, text, index)).flatMap((term) => {
      const found = words.slice(index, index + term.words.length);
      if (found.some(({ fixed }) => fixed)) return [];
      const written = quote(found.map((word) => word.text).join(" "));
      return [{ line, message: `parola da ufficio, ${written}: scrivi ${oneOf(term.plain, "uno")}` }];
    }),
  );
}

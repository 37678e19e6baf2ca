import { oneOf, quote } from "../../content-model/problems/wording.ts";
import { BUREAUCRATIC_TERMS, standsAt } from "../bureaucratic-terms.ts";
import type { Finding } from "../../content-model/problems/problem.ts";
import { everySentence, type ReadPage } from "../read-page.ts";
import type { Sentence } from "../sentences.ts";

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

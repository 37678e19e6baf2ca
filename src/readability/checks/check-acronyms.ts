import type { Finding } from "../../content-model/problems/problem.ts";
import { quote } from "../../content-model/problems/wording.ts";
import { acronymOf } from "../acronym.ts";
import { allSentences, proseOf, type PageReading } from "../read-page.ts";
import type { Sentence } from "../sentences.ts";

/** "Si chiama GDPR", "ISEE vuol dire…", "l'INPS, cioè…". */
const EXPLAINS = /(?<!\p{L})(?:chiama|chiamano|cioè|significa|significano|vuol dire|vogliono dire)(?!\p{L})/u;
/** "È il numero del tuo collegamento." */
const GOES_ON_EXPLAINING = /^(?:È|Sono|Vuol dire|Vogliono dire|Significa|Significano|Cioè)(?!\p{L})/u;

/**
 * Finds acronyms that a page does not explain in the sentence that first uses them, or in the next.
 * @param known acronyms that need no explanation
 */
export function checkAcronyms(page: PageReading, known: ReadonlySet<string>): Finding[] {
  const prose = proseOf(page);
  const seen = new Set(known);
  return allSentences(page).flatMap((sentence) =>
    sentence.words.flatMap((word) => {
      const acronym = acronymOf(word.text);
      if (word.fixed || acronym === undefined || seen.has(acronym)) return [];
      seen.add(acronym);
      const next = prose[prose.indexOf(sentence) + 1];
      if (prose.includes(sentence) && isExplained(acronym, sentence, next)) return [];
      const message = `sigla non spiegata, ${quote(acronym)}: di' che cos'è, nella stessa frase o in quella dopo`;
      return [{ line: word.line, message }];
    }),
  );
}

function isExplained(acronym: string, { text }: Sentence, next: Sentence | undefined): boolean {
  return (
    EXPLAINS.test(text) ||
    text.includes(`(${acronym})`) ||
    text.includes(`${acronym} (`) ||
    new RegExp(`(?<!\\p{L})${acronym} (?:è|sono) `, "u").test(text) ||
    (next !== undefined &&
      (GOES_ON_EXPLAINING.test(next.text) || (next.text.includes(acronym) && EXPLAINS.test(next.text))))
  );
}

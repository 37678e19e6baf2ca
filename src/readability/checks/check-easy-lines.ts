import type { Finding } from "../../content-model/problems/problem.ts";
import { quote } from "../../content-model/problems/wording.ts";
import { proseOf, type PageReading } from "../read-page.ts";

/**
 * Checks that each sentence of an easy page has a line of its own, because it is shown that way.
 *
 * @see Inclusion Europe, "Informazioni per tutti: linee guida europee per rendere l'informazione
 * facile da leggere e da capire per tutti"
 */
export function checkEasyLines(page: PageReading): Finding[] {
  if (!page.easy) return [];
  const sentences = proseOf(page);
  return sentences.flatMap(({ text, line }, index) => {
    const findings: Finding[] = [];
    const report = (found: string): void => {
      findings.push({ line, message: `riga difficile: ci vuole una frase per riga; ${found}` });
    };
    if (text.includes("\n")) report(`qui la frase va a capo: ${quote(text)}`);
    if (sentences[index - 1]?.line === line) report(`qui ce n'è un'altra: ${quote(text)}`);
    return findings;
  });
}

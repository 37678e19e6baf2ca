import { expect, test } from "vitest";
import type { Finding } from "../../../../src/content-model/problems/problem.ts";
import { checkAcronyms } from "../../../../src/readability/checks/check-acronyms.ts";
import type { PageReading } from "../../../../src/readability/read-page.ts";
import { expectFound, lines, readBody } from "../read-body.ts";

const check = (page: PageReading): Finding[] => checkAcronyms(page, new Set(["AA"]));

test("an acronym that is not explained is reported at its first use only", () => {
  expect(lines(check(readBody("Porta i documenti.\nPorta l'ISEE. Senza ISEE non puoi venire.")))).toEqual([
    "2: sigla non spiegata, «ISEE»: di' che cos'è, nella stessa frase o in quella dopo",
  ]);
});

test("an explanation may stand in the same sentence", () => {
  expectFound(check, {
    "La legge sui dati si chiama GDPR.": [],
    "Porta l'ISEE, cioè un foglio con i tuoi redditi.": [],
    "Serve la dichiarazione dei redditi (ISEE).": [],
    "L'ISEE è un foglio.": [],
  });
});

test("an explanation may stand in the next sentence, no later", () => {
  expectFound(check, {
    "Usa il tuo indirizzo IP. È il numero del tuo collegamento.": [],
    "Leggi la EUPL-1.2. EUPL vuol dire «licenza pubblica».": [],
    "Porta l'ISEE. Vieni presto. È un foglio.": ["ISEE"],
  });
});

test("an acronym in a heading is explained in the text below, not in the heading", () => {
  expectFound(check, {
    "## Che cos'è l'ISEE?\n\nL'ISEE è un foglio.": [],
    "## L'ISEE è un foglio\n\nPortalo.": ["ISEE"],
  });
});

test("Roman numbers and acronyms of the word list need no explanation", () => {
  expectFound(check, { "Papa Giovanni XXIII ha un livello AA.": [] });
});

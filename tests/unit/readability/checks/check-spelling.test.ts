import { expect, test } from "vitest";
import type { Finding } from "../../../../src/content-model/problems/problem.ts";
import { checkSpelling } from "../../../../src/readability/checks/check-spelling.ts";
import type { PageReading } from "../../../../src/readability/read-page.ts";
import { loadItalianSpeller } from "../../../../src/readability/speller.ts";
import { expectFound, lines, readBody } from "../read-body.ts";

const speller = await loadItalianSpeller(["browser", "Valdelsa"]);
const check = (page: PageReading): Finding[] => checkSpelling(page, speller);

test("a word that the dictionary lacks is reported at its line, with the word that was meant", () => {
  expect(lines(check(readBody("Puoi usare\nil servzio.")))).toEqual([
    "2: parola sconosciuta: ci vuole una parola del dizionario, oppure di _data/words.json; qui c'è «servzio»; forse volevi «servizio»?",
  ]);
});

test("accents and apostrophes are part of the spelling", () => {
  expectFound(check, {
    "Perche vieni?": ["Perche"],
    "Perchè vieni?": ["Perchè"],
    "Un'amico dell’operatore c'è, chiedilo a un'amica.": ["Un'amico"],
  });
});

test("the words of the lists are known, in lower case with a capital too", () => {
  expectFound(check, { "Browser in Valdelsa.": [], "La valdelsa.": ["valdelsa"] });
});

test("facts, quotations, code, numbers and acronyms are not spelled", () => {
  expectFound(check, {
    "Premi «Sned» o `sned`, alle 9:00, con l'ISEE.": [],
    "Chiama la {{ente}} al {{telefono:sportello}}.": [],
  });
});

test("headings, table cells and descriptions of images are spelled", () => {
  expectFound(check, {
    "## Servzi": ["Servzi"],
    "![Una mapa](/m.png)": ["mapa"],
    "| Giorno |\n| --- |\n| Lunedi |": ["Lunedi"],
  });
});

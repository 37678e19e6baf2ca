import { expect, test } from "vitest";
import { checkLength } from "../../../../src/readability/checks/check-length.ts";
import { lines, readBody } from "../read-body.ts";

const TWENTY = Array.from({ length: 20 }, () => "Sì").join(" ");

test("a sentence may have twenty words and not one more", () => {
  expect(checkLength(readBody(`${TWENTY}.`), new Set())).toEqual([]);
  expect(lines(checkLength(readBody(`Ciao.\n${TWENTY} no.`), new Set()))).toEqual([
    `2: frase lunga: ci vogliono al massimo 20 parole; qui ce ne sono 21; dividila in due: «${TWENTY} …» (63 caratteri)`,
  ]);
});

test("a word may have thirteen letters and not one more", () => {
  expect(checkLength(readBody("L'aggiornamento è qui."), new Set())).toEqual([]);
  expect(lines(checkLength(readBody("Una bella organizzazione."), new Set()))).toEqual([
    "1: parola lunga: ci vogliono al massimo 13 lettere; qui ce ne sono 14; trova una parola più corta: «organizzazione»",
  ]);
});

test("names of the word list, quotations and headings may have longer words", () => {
  const body = "## Amministrazione\n\nVieni a Castelfiorentino. Premi «Amministrazione».";
  expect(checkLength(readBody(body), new Set(["Castelfiorentino"]))).toEqual([]);
});

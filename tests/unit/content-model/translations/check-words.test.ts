import { expect, test } from "vitest";
import { bilingual, ENGLISH_WORDS } from "../bilingual-site.ts";
import { CONTACTS, problemsAfter, replace, SITE } from "../fixture-site.ts";

const PLACES: [string, string][] = [
  ["Un sito di prova", `${SITE}:5`],
  ["Sportello", `${CONTACTS}:2`],
  ["Avvisi", `${SITE}:30`],
];

test.each(PLACES)("%s, a word of the data, needs a translation", async (word, place) => {
  const without = (source: string): string => source.replace(new RegExp(` +"${word}": .*\n`), "");
  expect(await problemsAfter(bilingual({ [ENGLISH_WORDS]: without }))).toEqual([
    `${ENGLISH_WORDS}:1: parola senza traduzione: ci vuole «${word}», che sta in ${place}; qui non c'è`,
  ]);
});

test("the reason of a closure, which no page shows, needs none", async () => {
  const closure = replace("Chiusura di fine anno", "Corso di formazione");
  expect(await problemsAfter(bilingual({ [CONTACTS]: closure }))).toEqual([]);
});

test("a topic needs a translation when a page names it, with its description", async () => {
  const immigration = /,\n {2}"Immigrazione": .*\n.*\n/;
  const problems = await problemsAfter(
    bilingual({ [ENGLISH_WORDS]: (source) => source.replace(immigration, "\n") }),
  );
  expect(problems.map((problem) => /«(.*)»/.exec(problem)?.[1])).toEqual([
    "Immigrazione",
    "Servizi per chi viene da un altro Paese.",
  ]);
  const edits = { [ENGLISH_WORDS]: replace('"Notizie"', '"Acqua": "Water",\n  "Notizie"') };
  expect(await problemsAfter(bilingual(edits))).toEqual([]);
});

test("a word that the data do not have is reported at its line, with what was probably meant", async () => {
  const edits = { [ENGLISH_WORDS]: replace('"Notizie"', '"Notizia": "Piece of news",\n  "Notizie"') };
  expect(await problemsAfter(bilingual(edits))).toEqual([
    `${ENGLISH_WORDS}:6: parola sconosciuta: ci vogliono solo quelle di site.json, dei contatti e di topics.json; qui c'è «Notizia»; forse volevi «Notizie»?`,
  ]);
});

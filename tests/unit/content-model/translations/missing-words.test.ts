import { expect, test } from "vitest";
import { formatProblem } from "../../../../src/content-model/problems/problem.ts";
import { siteToday } from "../../../../src/shared/site-today.ts";
import { bilingual, ENGLISH_STRINGS, ENGLISH_WORDS } from "../../../support/bilingual-site.ts";
import { CONTACTS, type Edits, loadAfter, replace, SITE } from "../../../support/fixture-site.ts";

const GLOSSARY = "_data/glossary/en.json";

/** The warnings after some edits. None of them may stop the build. */
async function warningsAfter(edits: Edits): Promise<string[]> {
  const { problems, warnings } = await loadAfter(edits);
  expect(problems).toEqual([]);
  return warnings.map(formatProblem);
}

const untranslated = (word: string, place: string): string =>
  `${ENGLISH_WORDS}:1: parola senza traduzione: ci vuole, in inglese, «${word}», che sta in ${place}; qui non c'è, e le pagine mostrano il testo italiano`;

const PLACES: [string, string][] = [
  ["Un sito di prova", `${SITE}:5`],
  ["Sportello", `${CONTACTS}:2`],
  ["Avvisi", `${SITE}:30`],
];

test.each(PLACES)("%s, a word in the data, needs a translation", async (word, place) => {
  const without = (source: string): string => source.replace(new RegExp(` +"${word}": .*\n`), "");
  expect(await warningsAfter(bilingual({ [ENGLISH_WORDS]: without }))).toEqual([untranslated(word, place)]);
});

test("the reason of a closure needs one until the closure is over", async () => {
  const closure = (to: string) =>
    bilingual({
      [CONTACTS]: (source) =>
        replace(
          "Chiusura di fine anno",
          "Corso di formazione",
        )(source).replace(/"from": "[^"]+", "to": "[^"]+"/, `"from": "${to}", "to": "${to}"`),
    });
  const leftover = expect.stringContaining("«Chiusura di fine anno»") as string;
  expect(await warningsAfter(closure("2025-11-04"))).toEqual([leftover]);
  expect(await warningsAfter(closure(siteToday(process.env).toISOString().slice(0, 10)))).toEqual([
    untranslated("Corso di formazione", `${CONTACTS}:11`),
    leftover,
  ]);
});

test("a topic needs a translation when a page names it, with its description", async () => {
  const immigration = /,\n {2}"Immigrazione": .*\n.*,\n/;
  const warnings = await warningsAfter(
    bilingual({ [ENGLISH_WORDS]: (source) => source.replace(immigration, ",\n") }),
  );
  expect(warnings.map((warning) => /«(.*)»/.exec(warning)?.[1])).toEqual([
    "Immigrazione",
    "Servizi per chi viene da un altro Paese.",
  ]);
  const edits = { [ENGLISH_WORDS]: replace('"Notizie"', '"Acqua": "Water",\n  "Notizie"') };
  expect(await warningsAfter(bilingual(edits))).toEqual([]);
});

test("a word that the data no longer have is reported at its line, with what was probably meant", async () => {
  const edits = { [ENGLISH_WORDS]: replace('"Notizie"', '"Notizia": "Piece of news",\n  "Notizie"') };
  expect(await warningsAfter(bilingual(edits))).toEqual([
    `${ENGLISH_WORDS}:6: parola che il sito non ha: ci vogliono solo quelle di site.json, dei contatti e di topics.json; qui c'è «Notizia»; forse volevi «Notizie»?`,
  ]);
});

test("a missing interface text is reported with the Italian text", async () => {
  const edit = (source: string): string => source.replace(/ *"skip.label": .*\n/, "");
  const language = { code: "de", name: "Deutsch", dir: "ltr" };
  const german = (source: string): string =>
    source.replace('"dir": "ltr" }', `"dir": "ltr" }, ${JSON.stringify(language)}`);
  const edits = bilingual({
    [SITE]: german,
    "_data/i18n/de.json": () => edit(bilingual()[ENGLISH_STRINGS]?.("").toString() ?? ""),
    "_data/vocabulary/de.json": () => "{}",
    "_data/glossary/de.json": () => "{}",
  });
  const { warnings } = await loadAfter(edits);
  expect(warnings.map(formatProblem)).toContain(
    "_data/i18n/de.json:1: manca «skip.label»: ci vuole, in tedesco, «Vai direttamente a»; qui non c'è, e le pagine mostrano il testo italiano",
  );
});

test("an interface text that a site's own file lacks is the project's in that language", async () => {
  const edits = bilingual({ [ENGLISH_STRINGS]: () => `{ "nav.home": "Front page" }` });
  const { facts, warnings } = await loadAfter(edits);
  expect(facts?.i18n["en"]).toMatchObject({ "nav.home": "Front page", "nav.news": "What’s new" });
  expect(warnings.map(formatProblem)).toEqual([]);
});

test("a term that a language does not explain is reported", async () => {
  const warnings = await warningsAfter(bilingual({ [GLOSSARY]: () => "{}" }));
  expect(warnings).toContainEqual(
    expect.stringMatching(
      `^${GLOSSARY}:1: manca «.+»: ci vuole, in inglese, «.+»; qui non c'è, e le pagine non spiegano i termini difficili$`,
    ),
  );
});

test("a language without any vocabulary gets one warning for each word", async () => {
  const language = { code: "xx", name: "X", dir: "ltr" };
  const edits = { [SITE]: replace('"dir": "ltr" }', `"dir": "ltr" }, ${JSON.stringify(language)}`) };
  expect(await warningsAfter(edits)).toEqual(
    [
      ["glossary", "e le pagine non spiegano i termini difficili"],
      ["i18n", "e le pagine mostrano il testo italiano"],
      ["vocabulary", "e le pagine mostrano il testo italiano"],
    ].map(
      ([folder, consequence]) =>
        `_data/${folder}/xx.json:1: il file manca: ci vuole un file con questo nome, con le parole in xx; qui non c'è, ${consequence}`,
    ),
  );
});

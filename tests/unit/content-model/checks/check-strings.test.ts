import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { type Edits, problemsAfter, replace, SITE } from "../fixture-site.ts";

const data = (name: string) => readFileSync(resolve(import.meta.dirname, "../../../../_data", name), "utf8");
const ITALIAN = data("i18n/it.json");
const GLOSSARY = data("glossary/it.json");
const ENGLISH = "_data/i18n/en.json";

const ADD_ENGLISH: Edits = {
  [SITE]: replace('"dir": "ltr" }', '"dir": "ltr" }, { "code": "en", "name": "English", "dir": "ltr" }'),
  "_data/vocabulary/en.json": () => "{}",
  "_data/glossary/en.json": () => GLOSSARY,
};
const withEnglish = (strings: string): Edits => ({ ...ADD_ENGLISH, [ENGLISH]: () => strings });

test("a language with the same keys and slots is right", async () => {
  expect(await problemsAfter(withEnglish(ITALIAN))).toEqual([]);
});

test("a language without its file is reported", async () => {
  expect(await problemsAfter(ADD_ENGLISH)).toEqual([
    `${ENGLISH}:1: il file manca: ci vuole un file con questo nome`,
  ]);
});

test("a missing string is reported with the text to translate", async () => {
  const strings = ITALIAN.replace('  "skip.footer": "Vai al footer",\n', "");
  expect(await problemsAfter(withEnglish(strings))).toEqual([
    `${ENGLISH}:1: manca «skip.footer»: ci vuole la traduzione di «Vai al footer»`,
  ]);
});

test("an unknown string is reported at its line", async () => {
  const strings = ITALIAN.replace('  "skip.footer"', '  "skip.foter": "Footer",\n  "skip.footer"');
  expect(await problemsAfter(withEnglish(strings))).toEqual([
    `${ENGLISH}:3: chiave sconosciuta: ci vogliono solo le chiavi di it.json; qui c'è «skip.foter»; forse volevi «skip.footer»?`,
  ]);
});

test("a string that lost its slot is reported", async () => {
  const line = ITALIAN.split("\n").findIndex((text) => text.includes('"feedback.step"')) + 1;
  const strings = ITALIAN.replace("{step}/{steps}", "{step}/2");
  expect(await problemsAfter(withEnglish(strings))).toEqual([
    `${ENGLISH}:${line}: segnaposti di «feedback.step»: ci vuole {steps} {step}; qui c'è {step}`,
  ]);
});

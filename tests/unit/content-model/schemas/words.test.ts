import { expect, test } from "vitest";
import { loadAfter, problemsAfter } from "../../../support/fixture-site.ts";

const WORDS = "_data/words.json";

test("a site has its own words, or those of the project", async () => {
  expect((await loadAfter({})).facts?.words).toContain("Valdelsa");
  expect((await loadAfter({ [WORDS]: () => '["Gambassi"]' })).facts?.words).toEqual(["Gambassi"]);
});

test("two words in one entry are reported at their line", async () => {
  expect(await problemsAfter({ [WORDS]: () => '[\n  "Montelupo Fiorentino"\n]' })).toEqual([
    `${WORDS}:2: contenuto del file, elemento 1: ci vuole una parola sola, senza spazi; qui c'è «Montelupo Fiorentino»`,
  ]);
});

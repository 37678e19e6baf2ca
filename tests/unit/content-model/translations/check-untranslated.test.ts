import { describe, expect, test } from "vitest";
import {
  bilingual,
  ENGLISH_PRIVACY,
  ENGLISH_STRINGS,
  ENGLISH_WORDS,
} from "../../../support/bilingual-site.ts";
import { PRIVACY, problemsAfter, replace } from "../../../support/fixture-site.ts";

const SAME = "_data/same-as-italian.json";
const same = (file: string, line: number, text: string): string =>
  `${file}:${line}: testo uguale all'italiano: ci vuole la traduzione; qui c'è «${text}»; se deve restare così, scrivilo in same-as-italian.json`;
const withParagraphs = (italian: string, english: string, list?: object): Promise<string[]> =>
  problemsAfter(
    bilingual({
      [PRIVACY]: replace("Nessuna.", italian),
      [ENGLISH_PRIVACY]: replace("There are none.", english),
      ...(list && { [SAME]: () => JSON.stringify(list) }),
    }),
  );

describe("a translated page", () => {
  test("has no paragraph of its source", async () => {
    expect(await withParagraphs("Una cosa\n*sola*.", "Una cosa sola.")).toEqual([
      same(ENGLISH_PRIVACY, 14, "Una cosa sola."),
    ]);
  });

  test("has no sentence of its source, also from another paragraph", async () => {
    expect(await withParagraphs("Uno. Due.\n\nTre.", "Two. Tre. One.\n\nThree.")).toEqual([
      same(ENGLISH_PRIVACY, 14, "Tre."),
    ]);
  });

  test("has neither title nor description of its source", async () => {
    const edits = { [ENGLISH_PRIVACY]: replace("title: Your data", "title: Privacy") };
    expect(await problemsAfter(bilingual(edits))).toEqual([same(ENGLISH_PRIVACY, 2, "Privacy")]);
  });

  test("may repeat what has no words: numbers, facts, signs", async () => {
    expect(await withParagraphs("- {{ente}}\n- 1-5\n- →", "- {{ente}}\n- 1-5\n- →")).toEqual([]);
  });

  test("may repeat a number with its unit, which has no words to translate", async () => {
    const prices = "| a1 | b2 |\n| --- | --- |\n| 4 euro | 10,50 € |\n| 3 km | 20 min |";
    expect(await withParagraphs(prices, prices.replace("a1", "c1").replace("b2", "d2"))).toEqual([]);
    expect(await withParagraphs("4 mesi", "4 mesi")).toEqual([same(ENGLISH_PRIVACY, 14, "4 mesi")]);
  });

  test("may repeat names that are listed for its language or for all, alone or together", async () => {
    const names = { "*": ["Gulpease"], en: ["WCAG 2.2", "AA"] };
    expect(await withParagraphs("Gulpease: WCAG 2.2, AA.", "Gulpease: WCAG 2.2, AA.", names)).toEqual([]);
    expect(await withParagraphs("Gulpease AAA.", "Gulpease AAA.", names)).toEqual([
      same(ENGLISH_PRIVACY, 14, "Gulpease AAA."),
    ]);
    expect(await withParagraphs("Gulpease.", "Gulpease.", { fr: ["Gulpease"] })).toEqual([
      same(ENGLISH_PRIVACY, 14, "Gulpease."),
    ]);
  });
});

test("an interface text is translated, sentence by sentence", async () => {
  const strings = (source: string): string => {
    const own = JSON.parse(source) as Record<string, string>;
    const changed = { "nav.home": "Home", "nav.main": "Menu principale", "nav.news": "Novità" };
    const sentence = { "refusal.rating.required": "Please. Scegli un voto da 1 a 5 stelle." };
    return JSON.stringify({ ...own, ...changed, ...sentence }, null, 2);
  };
  expect(await problemsAfter(bilingual({ [ENGLISH_STRINGS]: strings }))).toEqual([
    same(ENGLISH_STRINGS, 8, "Novità"),
    expect.stringContaining("qui c'è «Scegli un voto da 1 a 5 stelle.»"),
  ]);
});

test("a word in the data is translated", async () => {
  const edits = { [ENGLISH_WORDS]: replace('"Notizie": "News"', '"Notizie": "Notizie"') };
  expect(await problemsAfter(bilingual(edits))).toEqual([same(ENGLISH_WORDS, 6, "Notizie")]);
});

test("the list of words that stay is read strictly", async () => {
  expect(await withParagraphs("Una.", "One.", { English: ["x"] })).toEqual([
    `${SAME}:1: nome della chiave: ci vuole il codice di una lingua, o * per tutte; qui c'è «English»`,
  ]);
});

test("a term of the glossary is explained in its language", async () => {
  const italian = {
    term: "presa in carico",
    forms: ["presa in carico"],
    explanation: "Ti seguono. Ti aiutano.",
  };
  const english = {
    term: "presa in carico",
    forms: ["support"],
    explanation: "They follow you. Ti aiutano.",
  };
  const edits = bilingual({
    "_data/glossary/it.json": () => JSON.stringify({ presa: italian }),
    "_data/glossary/en.json": () => JSON.stringify({ presa: english }, null, 2),
  });
  expect(await problemsAfter(edits)).toEqual([
    same("_data/glossary/en.json", 3, "presa in carico"),
    same("_data/glossary/en.json", 7, "Ti aiutano."),
  ]);
});

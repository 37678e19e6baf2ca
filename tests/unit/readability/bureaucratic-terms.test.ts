import { expect, test } from "vitest";
import { BUREAUCRATIC_TERMS, standsAt } from "../../../src/readability/bureaucratic-terms.ts";
import list from "../../../src/readability/data/bureaucratic-terms.json" with { type: "json" };

test("the list has more than a hundred entries, each with a common word to write instead", () => {
  expect(list.length).toBeGreaterThan(100);
  expect(list.filter(({ find, plain }) => find.length === 0 || plain.length === 0)).toEqual([]);
});

test("no word of the list is there twice", () => {
  const phrases = list.flatMap(({ find }) => find);
  expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
});

test("no common word is itself a word of offices", () => {
  const plain = list.flatMap((entry) => entry.plain);
  const found = plain.filter((phrase) => {
    const words = phrase.split(/[ ']/);
    return words.some((_, index) => BUREAUCRATIC_TERMS.some((term) => standsAt(term, words, index)));
  });
  expect(found).toEqual([]);
});

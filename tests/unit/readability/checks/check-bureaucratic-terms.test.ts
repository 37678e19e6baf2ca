import { expect, test } from "vitest";
import {
  BUREAUCRATIC_TERMS,
  checkBureaucraticTerms,
  matchesAt,
} from "../../../../src/readability/checks/check-bureaucratic-terms.ts";
import list from "../../../../src/readability/data/bureaucratic-terms.json" with { type: "json" };
import { expectFound, lines, readBody } from "../read-body.ts";

test("a bureaucratic word comes with the common word, at its line", () => {
  expect(lines(checkBureaucraticTerms(readBody("Puoi venire\no usufruire del servizio.")))).toEqual([
    "2: parola da ufficio, «usufruire»: scrivi «usare»",
  ]);
});

test("several common words are offered as a choice", () => {
  expect(lines(checkBureaucraticTerms(readBody("Pertanto vieni.")))).toEqual([
    "1: parola da ufficio, «Pertanto»: scrivi uno tra «quindi» o «perciò»",
  ]);
});

test("inflections are found, words that only begin alike are not", () => {
  expectFound(checkBureaucraticTerms, {
    "Usufruisci e usufruendo.": ["Usufruisci", "usufruendo"],
    "Chi possiede l'idoneità o è idoneo.": ["idoneità", "idoneo"],
    "Presenta due istanze.": ["istanze"],
    "Mangia la frutta di stagione.": [],
    "Inoltre puoi venire.": [],
  });
});

test("phrases are found over apostrophes and line breaks", () => {
  expectFound(checkBureaucraticTerms, {
    "Lavora nell'ambito del territorio.": ["nell ambito"],
    "Chiama al\nfine di prenotare.": ["al fine"],
    "Al mare, alla fine.": [],
  });
});

test("headings and titles are looked at too, quotations are not", () => {
  expectFound(checkBureaucraticTerms, {
    "## Modalità di accesso": ["Modalità"],
    "Premi il pulsante «Inoltra la domanda».": [],
  });
});

test("the list has more than a hundred entries, each with a common word to write instead", () => {
  expect(list.length).toBeGreaterThan(100);
  expect(list.filter(({ find, plain }) => find.length === 0 || plain.length === 0)).toEqual([]);
});

test("no word is listed twice", () => {
  const phrases = list.flatMap(({ find }) => find);
  expect(phrases.filter((phrase, index) => phrases.indexOf(phrase) !== index)).toEqual([]);
});

test("no common word is itself bureaucratic", () => {
  const plain = list.flatMap((entry) => entry.plain);
  const found = plain.filter((phrase) => {
    const words = phrase.split(/[ ']/);
    return words.some((_, index) => BUREAUCRATIC_TERMS.some((term) => matchesAt(term, words, index)));
  });
  expect(found).toEqual([]);
});

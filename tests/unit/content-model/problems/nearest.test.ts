import { expect, test } from "vitest";
import { nearest } from "../../../../src/content-model/problems/nearest.ts";

test.each([
  ["titel", "title"],
  ["TITLE", "title"],
  ["descriziòne", "descrizione"],
  ["descrizion", "descrizione"],
])("«%s» probably means «%s»", (word, meant) => {
  expect(nearest(word, ["layout", "title", "descrizione"])).toBe(meant);
});

test("a word that is near to nothing means nothing", () => {
  expect(nearest("autore", ["layout", "title", "descrizione"])).toBeUndefined();
  expect(nearest("x", [])).toBeUndefined();
});

test("of several near words the nearest is meant", () => {
  expect(nearest("orari", ["orario", "orari2025", "orari"])).toBe("orari");
});

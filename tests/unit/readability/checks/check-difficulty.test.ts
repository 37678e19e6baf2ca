import { expect, test } from "vitest";
import { checkDifficulty } from "../../../../src/readability/checks/check-difficulty.ts";
import type { TextCounts } from "../../../../src/readability/gulpease.ts";
import type { PageReading } from "../../../../src/readability/read-page.ts";
import { lines } from "../read-body.ts";

/**
 * Counts that yield this index. A sentence of thirty words scores 99 minus a third of its letters.
 */
function counts(index: number): TextCounts {
  return { sentences: 1, words: 30, letters: (99 - index) * 3 };
}

function page(section: number, whole: number, easy = false): PageReading {
  const sections = [{ label: "Come fare", line: 9, prose: [], labels: [], counts: counts(section) }];
  return { file: "it/a.md", url: "/a/", title: "A", easy, sections, counts: counts(whole) };
}

const ADVICE = "accorcia le frasi e scegli parole più corte";

test("a section below 60 and a page below 70 are errors", () => {
  const { errors, warnings } = checkDifficulty(page(59, 69));
  expect(lines(errors)).toEqual([
    `1: pagina difficile: ci vuole un indice Gulpease di almeno 70; qui c'è 69; ${ADVICE}`,
    `9: sezione difficile, «Come fare»: ci vuole un indice Gulpease di almeno 60; qui c'è 59; ${ADVICE}`,
  ]);
  expect(warnings).toEqual([]);
});

test("a section from 60 and a page from 70 are warnings, up to 70 and 75", () => {
  const { errors, warnings } = checkDifficulty(page(60, 70));
  expect(errors).toEqual([]);
  expect(lines(warnings)).toEqual([
    `1: pagina difficile: ci vuole un indice Gulpease di almeno 75; qui c'è 70; ${ADVICE}`,
    `9: sezione difficile, «Come fare»: ci vuole un indice Gulpease di almeno 70; qui c'è 60; ${ADVICE}`,
  ]);
  expect(checkDifficulty(page(70, 75))).toEqual({ errors: [], warnings: [] });
});

test("a section without text of its own has no index", () => {
  const empty = { sentences: 0, words: 0, letters: 0 };
  const { sections, ...rest } = page(80, 80);
  const silent = { ...rest, sections: sections.map((section) => ({ ...section, counts: empty })) };
  expect(checkDifficulty(silent)).toEqual({ errors: [], warnings: [] });
});

test("an easy page and each of its sections reach 85", () => {
  expect(checkDifficulty(page(85, 85, true))).toEqual({ errors: [], warnings: [] });
  const { errors, warnings } = checkDifficulty(page(84, 84, true));
  expect(lines(errors)).toEqual([
    `1: pagina difficile: ci vuole un indice Gulpease di almeno 85; qui c'è 84; ${ADVICE}`,
    `9: sezione difficile, «Come fare»: ci vuole un indice Gulpease di almeno 85; qui c'è 84; ${ADVICE}`,
  ]);
  expect(warnings).toEqual([]);
});

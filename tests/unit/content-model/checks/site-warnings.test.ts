import { expect, test } from "vitest";
import { formatProblem } from "../../../../src/content-model/problems/problem.ts";
import { loadAfter, replace, SITE } from "../../../support/fixture-site.ts";

const prepared = (source: string): string =>
  [
    replace("https://aiuto.test", "https://aiuto.example"),
    replace('"Via di prova 1"', "null"),
    replace('"https://form.agid.gov.it/view/prova"', "null"),
  ].reduce((text, edit) => edit(text), source);

test("what a site lacks before it goes live is a warning and stops nothing", async () => {
  const { problems, warnings, facts } = await loadAfter({ [SITE]: prepared });
  expect(problems).toEqual([]);
  expect(facts).toBeDefined();
  expect(warnings.map(formatProblem)).toEqual([
    `${SITE}:2: prima di pubblicare ci vuole l'indirizzo vero del sito; qui c'è «https://aiuto.example»`,
    `${SITE}:10: prima di pubblicare ci vuole «streetAddress» dell'ente; qui non c'è niente`,
    `${SITE}:41: prima di pubblicare ci vuole l'indirizzo della dichiarazione di accessibilità; qui non c'è niente`,
  ]);
});

test("a site that lacks nothing has no warnings", async () => {
  expect((await loadAfter({})).warnings).toEqual([]);
});

import { expect, test } from "vitest";
import { formatProblem } from "../../../../src/content-model/problems/problem.ts";
import { append, loadAfter, PRIVACY } from "../../../support/fixture-site.ts";

const BLANKS = `
## Chi risponde

L'ente deve ancora scrivere qui i suoi contatti.

## Da decidere

L'ente deve ancora decidere alcune cose. Poi deve scriverle qui:

- Per quanto tempo restano i dati.
- Chi ospita il sito.

Altro.

- Questo no.
`;

const blank = (line: number, found: string): string =>
  `${PRIVACY}:${line}: informativa da completare: prima di pubblicare ci vuole quello che l'ente ha deciso; qui c'è ancora «${found}»`;

test("each blank of the privacy notice is told until it is filled in, on an adopted site too", async () => {
  const { facts, problems, warnings } = await loadAfter({ [PRIVACY]: append(BLANKS) });
  expect(facts?.site.adopted).toBe(true);
  expect(problems).toEqual([]);
  expect(warnings.map(formatProblem)).toEqual([
    blank(18, "L'ente deve ancora scrivere qui i suoi contatti."),
    blank(24, "Per quanto tempo restano i dati."),
    blank(25, "Chi ospita il sito."),
  ]);
});

test("a notice that is filled in, and another page, are told nothing", async () => {
  const filled = BLANKS.replaceAll("deve ancora", "ha deciso di");
  expect((await loadAfter({ [PRIVACY]: append(filled) })).warnings).toEqual([]);
  expect((await loadAfter({ "content/it/prenota.md": append(BLANKS) })).warnings).toEqual([]);
});

import { expect, test } from "vitest";
import { append, PRIVACY, problemsAfter, replace } from "../../../support/fixture-site.ts";

test("a skipped heading level is reported with the level that was expected", async () => {
  expect(await problemsAfter({ [PRIVACY]: replace("### Eccezioni", "#### Eccezioni") })).toEqual([
    `${PRIVACY}:12: livello saltato: ci vuole un titolo con ###; qui c'è «Eccezioni» con ####`,
  ]);
});

test("the first heading of a body is an H2", async () => {
  expect(await problemsAfter({ [PRIVACY]: replace("## Quali", "### Quali") })).toEqual([
    `${PRIVACY}:8: livello saltato: ci vuole un titolo con ##; qui c'è «Quali dati» con ###`,
  ]);
});

test("an H1 in the body is the page's second, and said once", async () => {
  const expected =
    "due titoli principali: ci vuole solo «title» nell'intestazione; qui c'è anche «# Quali dati»";
  const problems = await problemsAfter({ [PRIVACY]: replace("## Quali", "# Quali") });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`${PRIVACY}:8: ${expected}`);
});

test("an H1 that is underlined is an H1", async () => {
  const problems = await problemsAfter({ [PRIVACY]: append("\nAltro\n=====\n\nUno.\n") });
  expect(problems[0]).toContain(`${PRIVACY}:16: due titoli principali`);
});

test("a heading without words is reported", async () => {
  expect(await problemsAfter({ [PRIVACY]: append("\n##\n\nUno.\n") })).toEqual([
    `${PRIVACY}:16: titolo vuoto: ci vuole un testo dopo i cancelletti; qui non c'è niente`,
  ]);
});

test("two headings that would have the same anchor are reported at the second", async () => {
  expect(await problemsAfter({ [PRIVACY]: append("\n## Quali dati?\n\nUno.\n") })).toEqual([
    `${PRIVACY}:16: titolo ripetuto: ci vuole un titolo diverso per ogni parte; «Quali dati?» c'è già alla riga 8`,
  ]);
});

test("a heading holds no fact, which the page index could not show", async () => {
  expect(await problemsAfter({ [PRIVACY]: append("\n## Chi è {{ente}}\n\nUno.\n") })).toEqual([
    `${PRIVACY}:16: titolo «Chi è {{ente}}»: ci vogliono solo parole; qui c'è un riferimento tra graffe`,
  ]);
});

test("what looks like a heading in a code block is none", async () => {
  expect(await problemsAfter({ [PRIVACY]: append("\n~~~\n# Comando\n#### Altro\n~~~\n") })).toEqual([]);
});

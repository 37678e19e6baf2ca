import { expect, test } from "vitest";
import { PRIVACY, problemsAfter, SERVICE, append, replace } from "../../../support/fixture-site.ts";

const withoutBody = (source: string): string => source.slice(0, source.indexOf("## "));
const empty = (source: string): string => `${withoutBody(source)}## Titolo senza testo\n`;

test("a page without a body is reported where the body should be", async () => {
  expect(
    await problemsAfter({ "content/it/novita/apertura.md": (source) => source.split("\nLeggi")[0] ?? "" }),
  ).toEqual([
    "content/it/novita/apertura.md:11: la pagina è vuota: ci vuole un testo sotto l'intestazione; qui non c'è niente",
  ]);
});

test("a page of headings alone is empty", async () => {
  const problems = await problemsAfter({ [PRIVACY]: empty });
  expect(problems[0]).toContain(`${PRIVACY}:7: la pagina è vuota`);
});

test("a service page without a body is one mistake, not ten missing sections", async () => {
  const problems = await problemsAfter({ [SERVICE]: withoutBody });
  expect(problems.filter((problem) => problem.startsWith(SERVICE))).toEqual([
    `${SERVICE}:19: la pagina è vuota: ci vuole un testo sotto l'intestazione; qui non c'è niente`,
  ]);
});

const MESSAGE = "HTML non ammesso: ci vogliono solo testo e Markdown; qui c'è";

test("a tag within a sentence is reported once, at its own line", async () => {
  expect(await problemsAfter({ [PRIVACY]: append("\nTesto\nsu due righe\ncon <b>peso</b>.\n") })).toEqual([
    `${PRIVACY}:18: ${MESSAGE} «<b>»`,
  ]);
});

test("an HTML block is reported at its first line", async () => {
  expect(await problemsAfter({ [PRIVACY]: append('\n<div class="x">\ntesto\n</div>\n') })).toEqual([
    `${PRIVACY}:16: ${MESSAGE} «<div class="x">»`,
  ]);
});

test("HTML hides no other mistake", async () => {
  const text = "\n<div>\n## Uno\n[x](/nulla/)\n<p>{{telefono:nessuno}}</p>\n</div>\n\n<!-- e\n\n# Due\n-->\n";
  expect(await problemsAfter({ [PRIVACY]: append(text) })).toEqual([
    `${PRIVACY}:16: ${MESSAGE} «<div>»`,
    expect.stringMatching(`^${PRIVACY}:18: collegamento interrotto`),
    expect.stringMatching(`^${PRIVACY}:19: contatto sconosciuto`),
    `${PRIVACY}:22: ${MESSAGE} «<!-- e»`,
    expect.stringMatching(`^${PRIVACY}:24: due titoli principali`),
  ]);
});

test("a comment is HTML too", async () => {
  expect(await problemsAfter({ [PRIVACY]: append("\n<!-- da rivedere -->\n") })).toEqual([
    `${PRIVACY}:16: ${MESSAGE} «<!-- da rivedere -->»`,
  ]);
});

test("a tag in a list is reported at its own line", async () => {
  expect(await problemsAfter({ [PRIVACY]: append("\n- uno\n- due\n  e <br>\n") })).toEqual([
    `${PRIVACY}:18: ${MESSAGE} «<br>»`,
  ]);
});

test("code that shows HTML, comparisons and addresses in angle brackets are not HTML", async () => {
  const text = "\nScrivi `<b>` se 3 < 5, o <https://example.org/>.\n\n```\n<div>\n```\n";
  expect(await problemsAfter({ [PRIVACY]: append(text) })).toEqual([]);
});

const IMAGES = [
  "![Foto](/prenota/)",
  "![ ](/site.webmanifest)",
  "![Un gatto](https://example.org/gatto.png)",
];

test.each(IMAGES)("%s is refused: pages have no images yet", async (image) => {
  expect(await problemsAfter({ [PRIVACY]: append(`\nTesto\n${image}\n`) })).toEqual([
    `${PRIVACY}:17: immagine: ci vuole un testo, perché il sito non ha ancora un posto per le immagini; qui c'è «${image}»`,
  ]);
});

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

test("what looks like a heading in a code block is not one", async () => {
  expect(await problemsAfter({ [PRIVACY]: append("\n~~~\n# Comando\n#### Altro\n~~~\n") })).toEqual([]);
});

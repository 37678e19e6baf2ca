import { expect, test } from "vitest";
import { PRIVACY, problemsAfter, SERVICE, append } from "../../../support/fixture-site.ts";

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

test("code that shows HTML, comparisons and addresses in angle brackets are no HTML", async () => {
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

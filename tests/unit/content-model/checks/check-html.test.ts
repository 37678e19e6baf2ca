import { expect, test } from "vitest";
import { append, PRIVACY, problemsAfter } from "../../../support/fixture-site.ts";

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

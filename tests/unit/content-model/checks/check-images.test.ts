import { expect, test } from "vitest";
import { append, PRIVACY, problemsAfter } from "../fixture-site.ts";

test("an image without words is reported at its own line", async () => {
  expect(await problemsAfter({ [PRIVACY]: append("\nTesto\n![ ](/site.webmanifest)\n") })).toEqual([
    `${PRIVACY}:17: immagine senza testo: ci vuole una descrizione tra le parentesi quadre; qui c'è «![](/site.webmanifest)»`,
  ]);
});

test("an image of another site is refused", async () => {
  expect(
    await problemsAfter({ [PRIVACY]: append("\n![Un gatto](https://example.org/gatto.png)\n") }),
  ).toEqual([
    `${PRIVACY}:16: immagine di un altro sito: ci vuole un'immagine di questo sito; qui c'è «https://example.org/gatto.png»`,
  ]);
});

test("an image that is not there is reported", async () => {
  const problems = await problemsAfter({ [PRIVACY]: append("\n![Un gatto](/gatto.png)\n") });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`${PRIVACY}:16: collegamento interrotto`);
});

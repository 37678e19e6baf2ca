import { expect, test } from "vitest";
import { append, PRIVACY, problemsAfter } from "../../../support/fixture-site.ts";

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

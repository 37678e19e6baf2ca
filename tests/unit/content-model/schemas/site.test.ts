import { expect, test } from "vitest";
import { problemsAfter, replace, SITE } from "../../../support/fixture-site.ts";

const changing = (passage: string, replacement: string): Promise<string[]> =>
  problemsAfter({ [SITE]: replace(passage, replacement) });

test.each(["http://aiuto.internal", "https://aiuto.internal/", "aiuto.internal"])(
  "«%s» is not an origin",
  async (origin) => {
    expect(await changing("https://aiuto.internal", origin)).toEqual([
      `${SITE}:2: «origin»: ci vuole l'indirizzo del sito senza barra finale, come https://sito.example; qui c'è «${origin}»`,
    ]);
  },
);

test("a value deep inside is reported at its own line", async () => {
  expect(await changing('"Via di prova 1"', "5")).toEqual([
    `${SITE}:10: «streetAddress»: ci vuole un testo non vuoto; qui c'è «5»`,
  ]);
});

test("a key missing deep inside is reported at its parent's line", async () => {
  expect(await changing('      "streetAddress": "Via di prova 1",\n', "")).toEqual([
    `${SITE}:9: manca «streetAddress»: ci vuole un testo non vuoto`,
  ]);
});

test("an unknown section is reported with the model's", async () => {
  expect(await changing('"id": "news"', '"id": "notizie"')).toContain(
    `${SITE}:26: «id»: ci vuole uno tra «management», «news» o «services»; qui c'è «notizie»`,
  );
});

test("an unknown key is reported with the one that was probably meant", async () => {
  expect(await changing('"tagline"', '"taglin": "x",\n  "tagline"')).toEqual([
    `${SITE}:5: chiave sconosciuta; qui c'è «taglin»; forse volevi «tagline»?`,
  ]);
});

test("a language listed twice is reported at the second", async () => {
  const twice = '"dir": "ltr" }, { "code": "it", "name": "Ancora italiano", "dir": "ltr" }';
  expect(await changing('"dir": "ltr" }', twice)).toEqual([
    `${SITE}:15: «code»: ci vuole ogni lingua una volta sola; qui c'è «it»`,
  ]);
});

import { expect, test } from "vitest";
import { CONTACTS, problemsAfter, replace, SERVICE, SITE } from "../../../support/fixture-site.ts";

test("an unknown topic is reported at its line, with the one that was probably meant", async () => {
  expect(await problemsAfter({ [SERVICE]: replace("- Immigrazione", "- Imigrazione") })).toEqual([
    `${SERVICE}:9: argomento sconosciuto: ci vuole un nome di topics.json; qui c'è «Imigrazione»; forse volevi «Immigrazione»?`,
  ]);
});

test("an unknown contact is reported with the known ones", async () => {
  expect(await problemsAfter({ [SERVICE]: replace("- sportello", "- centralino") })).toEqual([
    `${SERVICE}:11: contatto sconosciuto: ci vuole «sportello»; qui c'è «centralino»`,
  ]);
});

test("a category of another section is unknown", async () => {
  const news = "content/it/novita/apertura.md";
  expect(await problemsAfter({ [news]: replace("category: Notizie", "category: Uffici") })).toEqual([
    `${news}:6: categoria sconosciuta: ci vuole una tra «Notizie» o «Avvisi»; qui c'è «Uffici»`,
  ]);
});

test("names are checked even when the rest of the front matter is wrong", async () => {
  const edit = (source: string): string =>
    source.replace("title: Aiuto", "title:").replace("- Immigrazione", "- Vacanze");
  expect(await problemsAfter({ [SERVICE]: edit })).toEqual([
    `${SERVICE}:3: «title»: ci vuole un testo non vuoto; qui c'è niente`,
    `${SERVICE}:9: argomento sconosciuto: ci vuole un nome di topics.json; qui c'è «Vacanze»`,
  ]);
});

test.each([SITE, CONTACTS])(
  "names are not called unknown while %s, which defines them, cannot be read",
  async (file) => {
    const problems = await problemsAfter({ [file]: () => "{" });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${file}:1: JSON non valido`);
  },
);

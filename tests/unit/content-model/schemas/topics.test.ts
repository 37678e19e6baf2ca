import { expect, test } from "vitest";
import { problemsAfter } from "../../../support/fixture-site.ts";

const TOPICS = `[
  { "name": "Assistenza sociale" },
  { "name": "Immigrazione" },
  { "name": "Immigrazione" }
]`;

test("a topic defined twice is reported at the second", async () => {
  expect(await problemsAfter({ "_data/topics.json": () => TOPICS })).toEqual([
    "_data/topics.json:4: «name»: ci vuole ogni argomento una volta sola; qui c'è «Immigrazione»",
  ]);
});

test.each(["assistenza Sociale", "Assistenza  sociale", "Assistenza, sociale"])(
  "a topic whose page has the address of another's is reported: %s",
  async (name) => {
    const edit = (): string => TOPICS.replace('"Immigrazione" }\n]', `${JSON.stringify(name)} }\n]`);
    expect(await problemsAfter({ "_data/topics.json": edit })).toEqual([
      expect.stringMatching(
        /^_data\/topics\.json:4: «name»: ci vuole un nome che non dà lo stesso indirizzo di «Assistenza sociale»/,
      ),
    ]);
  },
);

test.each(["???", "-", "🙂"])("a topic whose name gives no address is reported: %s", async (name) => {
  const edit = (): string => TOPICS.replace('"Immigrazione" }\n]', `${JSON.stringify(name)} }\n]`);
  expect(await problemsAfter({ "_data/topics.json": edit })).toEqual([
    `_data/topics.json:4: «name»: ci vuole un nome con almeno una lettera o una cifra, che dà l'indirizzo alla pagina; qui c'è «${name}»`,
  ]);
});

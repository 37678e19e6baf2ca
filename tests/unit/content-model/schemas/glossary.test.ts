import { expect, test } from "vitest";
import { loadAfter, problemsAfter } from "../../../support/fixture-site.ts";

const GLOSSARY = "_data/glossary/it.json";

test("a site has its own glossary, or that of the project", async () => {
  const own = { asilo: { term: "asilo", forms: ["asilo"], explanation: "Protezione." } };
  expect((await loadAfter({})).facts?.glossary["it"]).toHaveProperty("presa-in-carico");
  expect((await loadAfter({ [GLOSSARY]: () => JSON.stringify(own) })).facts?.glossary).toEqual({ it: own });
});

test("a term without its parts is reported at its line", async () => {
  const broken = `{\n  "asilo": {\n    "term": "",\n    "forms": []\n  }\n}`;
  expect(await problemsAfter({ [GLOSSARY]: () => broken })).toEqual([
    `${GLOSSARY}:2: manca «explanation»: ci vuole un testo non vuoto`,
    `${GLOSSARY}:3: «term»: ci vuole un testo non vuoto; qui c'è un testo vuoto`,
    `${GLOSSARY}:4: «forms»: ci vuole almeno un elemento; qui c'è un elenco vuoto`,
  ]);
});

test("a form that two terms claim is reported at the second", async () => {
  const term = (form: string) => ({ term: "t", forms: [form], explanation: "e" });
  const twice = JSON.stringify({ uno: term("asilo"), due: term("Asilo") }, undefined, 1);
  expect(await problemsAfter({ [GLOSSARY]: () => twice })).toEqual([
    `${GLOSSARY}:12: «forms», elemento 1: ci vuole ogni forma in un termine solo; qui c'è «Asilo»`,
  ]);
});

import { expect, test } from "vitest";
import { formatProblem } from "../../../../src/content-model/problems/problem.ts";
import { CONTACTS, problemsAfter, replace, SITE, loadAfter } from "../../../support/fixture-site.ts";

test("the site's contact must be one of the contacts", async () => {
  expect(await problemsAfter({ [SITE]: replace('"contact": "sportello"', '"contact": "sportelo"') })).toEqual(
    [`${SITE}:16: contatto sconosciuto: ci vuole «sportello»; qui c'è «sportelo»; forse volevi «sportello»?`],
  );
});

test("addresses in the data lead to pages", async () => {
  const problems = await problemsAfter({
    [SITE]: replace('"url": "/privacy/"', '"url": "/riservatezza/"'),
    [CONTACTS]: replace("/amministrazione/sportello/", "/amministrazione/ufficio/"),
  });
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain(`${CONTACTS}:3: collegamento interrotto`);
  expect(problems[1]).toContain(`${SITE}:40: collegamento interrotto`);
});

test("an entry of the footer has a name among the interface texts", async () => {
  expect(await problemsAfter({ [SITE]: replace('"id": "privacy"', '"id": "cookie"') })).toEqual([
    `${SITE}:40: voce di menu senza nome: ci vuole la chiave «footer.cookie» in i18n/it.json; qui c'è «cookie»`,
  ]);
});

const prepared = (source: string): string =>
  [
    replace("https://aiuto.internal", "https://aiuto.example"),
    replace('"Via di prova 1"', "null"),
    replace('"https://form.agid.gov.it/view/prova"', "null"),
    replace('"sicurezza@aiuto.internal"', "null"),
  ].reduce((text, edit) => edit(text), source);

test("what a site lacks before it goes live is a warning and stops nothing", async () => {
  const { problems, warnings, facts } = await loadAfter({ [SITE]: prepared });
  expect(problems).toEqual([]);
  expect(facts).toBeDefined();
  expect(warnings.map(formatProblem)).toEqual([
    `${SITE}:2: prima di pubblicare ci vuole l'indirizzo vero del sito; qui c'è «https://aiuto.example»`,
    `${SITE}:10: prima di pubblicare ci vuole «streetAddress» dell'ente; qui non c'è niente`,
    `${SITE}:41: prima di pubblicare ci vuole l'indirizzo della dichiarazione di accessibilità; qui non c'è niente`,
    `${SITE}:42: prima di pubblicare ci vuole un indirizzo a cui segnalare una falla di sicurezza; qui non c'è niente`,
  ]);
});

test.each(["https://aiuto.test", "https://www.example.org", "https://aiuto.localhost"])(
  "every address that nobody can own stands for the real one: %s",
  async (origin) => {
    const { warnings } = await loadAfter({ [SITE]: replace("https://aiuto.internal", origin) });
    expect(warnings.map(formatProblem)).toEqual([
      `${SITE}:2: prima di pubblicare ci vuole l'indirizzo vero del sito; qui c'è «${origin}»`,
    ]);
  },
);

test("a site that lacks nothing has no warnings", async () => {
  expect((await loadAfter({})).warnings).toEqual([]);
});

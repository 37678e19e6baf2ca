import { expect, test } from "vitest";
import { CONTACTS, problemsAfter, replace, SITE } from "../../../support/fixture-site.ts";

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

test("an entry of the footer has a name among the interface strings", async () => {
  expect(await problemsAfter({ [SITE]: replace('"id": "privacy"', '"id": "cookie"') })).toEqual([
    `${SITE}:40: voce di menu senza nome: ci vuole la chiave «footer.cookie» in i18n/it.json; qui c'è «cookie»`,
  ]);
});

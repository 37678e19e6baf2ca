import { expect, test } from "vitest";
import { formatProblem } from "../../../../src/content-model/problems/problem.ts";
import { append, loadAfter, PRIVACY, replace } from "../../../support/fixture-site.ts";

/** What an editor is told of a text, without any error. */
async function hintsFor(text: string): Promise<string[]> {
  const { problems, warnings } = await loadAfter({ [PRIVACY]: append(`\n${text}\n`) });
  expect(problems).toEqual([]);
  return warnings.map(formatProblem);
}

test.each([
  ["Scrivi a info@ente.it, oppure vieni.", "info@ente.it", "<info@ente.it>"],
  ["Vedi https://ente.it/pagina.", "https://ente.it/pagina", "<https://ente.it/pagina>"],
  ["Vedi www.ente.it.", "www.ente.it", "<https://www.ente.it>"],
  ["Vedi servizi.comune.ente.it (in inglese).", "servizi.comune.ente.it", "<https://servizi.comune.ente.it>"],
])("an address that is no link is hinted at: %s", async (text, found, link) => {
  expect(await hintsFor(text)).toEqual([
    `${PRIVACY}:16: indirizzo che non si può scegliere: ci vuole un collegamento, «${link}» oppure [testo](indirizzo); qui c'è «${found}»`,
  ]);
});

test("an e-mail link that does not show its address is hinted at", async () => {
  expect(await hintsFor("Scrivi all'[INPS](mailto:info@ente.it?subject=x).")).toEqual([
    `${PRIVACY}:16: indirizzo e-mail nascosto: ci vuole anche l'indirizzo, «<info@ente.it>», per chi lo copia; qui c'è solo «INPS»`,
  ]);
});

test.each([
  "Scrivi a <info@ente.it>.",
  "Vedi <https://ente.it/>.",
  "Vedi [il sito](https://ente.it/) e [info@ente.it](mailto:info@ente.it).",
  "Scrivi `www.ente.it`.",
  "Fino a oggi.Poi basta, alle 9.30 e il 3.4.2026, EUPL-1.2.",
])("nothing is hinted at in: %s", async (text) => {
  expect(await hintsFor(text)).toEqual([]);
});

const TAX_CODE = "RSSMRA85T10A562S";
const personal = (line: number): string =>
  `${PRIVACY}:${line}: dato personale: ci vuole un testo senza codici fiscali di persone; qui c'è «${TAX_CODE}»`;

test("a tax code is personal data, in a page's text and in its front matter", async () => {
  expect(await hintsFor(`Il codice è ${TAX_CODE}, di Mario.`)).toEqual([personal(16)]);
  const { warnings } = await loadAfter({
    [PRIVACY]: replace("title: Privacy", `title: Privacy ${TAX_CODE}`),
  });
  expect(warnings.map(formatProblem)).toEqual([personal(3)]);
});

import { expect, test } from "vitest";
import { append, PRIVACY, problemsAfter } from "../../../support/fixture-site.ts";

const EASY = "content/it/servizi/aiuto/facile.md";

const factsIn = (markdown: string): Promise<string[]> =>
  problemsAfter({ [PRIVACY]: append(`\n${markdown}\n`) });

test("every known reference is right in its place", async () => {
  const inline =
    "Di {{ente}}: {{telefono:sportello}}, {{telefono-internazionale:sportello}}, {{orari:sportello}}.";
  const blocks =
    "{{linea:sportello}}\n{{calendario:sportello}}\n{{licenza}}\n{{dichiarazione-accessibilita}}";
  expect(await factsIn(`${inline}\n\n${blocks}`)).toEqual([]);
});

test("an unknown reference is reported at its own line with the known ones", async () => {
  const problems = await factsIn("Chiama\nlo {{telefonno:sportello}}.");
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(
    `${PRIVACY}:17: riferimento sconosciuto: ci vuole uno tra «ente», «telefono»`,
  );
  expect(problems[0]).toContain("qui c'è «{{telefonno:sportello}}»; forse volevi «telefono»?");
});

test("an unknown contact in a reference is reported with the known ones", async () => {
  expect(await factsIn("{{linea:centralino}}")).toEqual([
    `${PRIVACY}:16: contatto sconosciuto: ci vuole «sportello»; qui c'è «{{linea:centralino}}»`,
  ]);
});

test("a reference that needs a contact, or none, says so", async () => {
  expect(await factsIn("{{telefono}} e\n{{ente:sportello}}")).toEqual([
    `${PRIVACY}:16: riferimento senza contatto: ci vuole {{telefono:contatto}}; qui c'è «{{telefono}}»`,
    `${PRIVACY}:17: riferimento con un contatto di troppo: ci vuole {{ente}}; qui c'è «{{ente:sportello}}»`,
  ]);
});

test("a reference that fills a line does not stand in a sentence", async () => {
  expect(await factsIn("Ecco {{linea:sportello}}.")).toEqual([
    `${PRIVACY}:16: riferimento fuori posto: «linea» ci vuole da solo su una riga; qui c'è «{{linea:sportello}}» in mezzo al testo`,
  ]);
});

test("a reference that is not closed is reported", async () => {
  expect(await factsIn("Chiama {{telefono:sportello} ora.")).toEqual([
    `${PRIVACY}:16: riferimento scritto male: ci vuole {{nome}} o {{nome:contatto}}; qui c'è «Chiama {{telefono:sportello} ora.»`,
  ]);
});

test("a reference in code is only shown", async () => {
  expect(await factsIn("Scrivi `{{nulla}}`.")).toEqual([]);
});

/** The problems of an easy page with this body, which starts at line 7. */
const easyWith = (markdown: string): Promise<string[]> =>
  problemsAfter({
    [EASY]: () =>
      `---\nlayout: easy\ntitle: Facile\ndescription: Una versione facile.\nupdated: 2026-11-23T10:00\n---\n${markdown}\n`,
  });

test("a symbol stands at the start of a paragraph or list item of an easy page", async () => {
  expect(await easyWith("{{simbolo:telefono}} Chiama.\n\n1. {{ simbolo : casa }} Vieni.")).toEqual([]);
});

test("an unknown symbol is reported with the known ones", async () => {
  const [problem, ...others] = await easyWith("- {{simbolo:telefon}} Chiama.");
  expect(others).toEqual([]);
  expect(problem).toMatch(
    /facile\.md:7: simbolo sconosciuto: ci vuole uno tra «aiuto», .*«urgenza»; qui c'è «{{simbolo:telefon}}»; forse volevi «telefono»\?$/,
  );
  expect(await easyWith("{{simbolo}} Chiama.")).toHaveLength(1);
});

test("a symbol within a sentence is reported", async () => {
  expect(await easyWith("Chiama {{simbolo:telefono}}\nora.")).toEqual([
    `${EASY}:7: simbolo fuori posto: ci vuole all'inizio di un paragrafo o di una voce di elenco; qui c'è «{{simbolo:telefono}}» più avanti`,
  ]);
});

test("a symbol on a page that is not easy is reported", async () => {
  expect(await factsIn("{{simbolo:telefono}} Chiama.")).toEqual([
    `${PRIVACY}:16: simbolo fuori posto: ci vuole una pagina con «layout: easy»; qui c'è «{{simbolo:telefono}}» in una pagina «page»`,
  ]);
});

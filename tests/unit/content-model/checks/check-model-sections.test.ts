import { expect, test } from "vitest";
import { append, problemsAfter, replace, SERVICE } from "../../../support/fixture-site.ts";

test("a service page with all mandatory sections in order is right", async () => {
  expect(await problemsAfter({})).toEqual([]);
});

test("a missing section is reported at the section that it should follow", async () => {
  expect(await problemsAfter({ [SERVICE]: replace("## Cosa serve\n\nNiente.\n\n", "") })).toEqual([
    `${SERVICE}:24: voce mancante: ci vuole «## Cosa serve» dopo «Come fare»; qui non c'è`,
  ]);
});

test("a missing first section is reported at the start of the body", async () => {
  expect(await problemsAfter({ [SERVICE]: replace("## A chi è rivolto\n\nA tutti.\n\n", "") })).toEqual([
    `${SERVICE}:19: voce mancante: ci vuole «## A chi è rivolto» per prima; qui non c'è`,
  ]);
});

test("an empty section is reported at its heading", async () => {
  expect(await problemsAfter({ [SERVICE]: replace("Niente.\n\n", "### Documenti\n\n") })).toEqual([
    `${SERVICE}:28: voce vuota: ci vuole un testo sotto «Cosa serve»; qui non c'è niente`,
  ]);
});

test("an unknown section is reported with the sections to choose from", async () => {
  const problems = await problemsAfter({
    [SERVICE]: replace("## Contatti", "## Orari\n\nUno.\n\n## Contatti"),
  });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(
    new RegExp(
      `^${SERVICE}:48: voce sconosciuta: ci vuole una tra «A chi è rivolto», .* o «Contatti»; qui c'è «Orari»$`,
    ),
  );
});

test("a section with a slip of the pen is one mistake, with what was probably meant", async () => {
  const problems = await problemsAfter({ [SERVICE]: replace("## Cosa serve", "## Cosa Serve") });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(`${SERVICE}:28: voce sconosciuta`);
  expect(problems[0]).toContain("qui c'è «Cosa Serve»; forse volevi «Cosa serve»?");
});

test("only the section that was moved is misplaced, not those after it", async () => {
  const move = (source: string): string =>
    source
      .replace(/## Contatti\n\nRisponde.*\n\n{{linea:sportello}}\n/, "")
      .replace("## Come fare", "## Contatti\n\n[Noi](/privacy/)\n\n## Come fare");
  expect(await problemsAfter({ [SERVICE]: move })).toEqual([
    `${SERVICE}:24: voce fuori posto: ci vuole «Contatti» dopo «Condizioni di servizio»; qui viene dopo «A chi è rivolto»`,
  ]);
});

test("a section written twice is reported at the second", async () => {
  expect(await problemsAfter({ [SERVICE]: append("\n## Contatti\n\nAncora [noi](/privacy/).\n") })).toEqual([
    `${SERVICE}:54: titolo ripetuto: ci vuole un titolo diverso per ogni parte; «Contatti» c'è già alla riga 48`,
  ]);
});

test("text before the first section is reported", async () => {
  expect(await problemsAfter({ [SERVICE]: replace("\n## A chi", "\nCiao.\n\n## A chi") })).toEqual([
    `${SERVICE}:20: testo fuori dalle voci: ci vuole prima la voce «A chi è rivolto»; qui c'è già del testo`,
  ]);
});

test("a heading inside a code block is not a section", async () => {
  expect(await problemsAfter({ [SERVICE]: replace("Niente.", "```\n## Orari\n```") })).toEqual([]);
});

test("a section that the model wants to lead on must link to another page", async () => {
  const problems = await problemsAfter({ [SERVICE]: replace("[regole](/privacy/)", "[regole](#contatti)") });
  expect(problems).toEqual([
    `${SERVICE}:44: voce senza collegamento: ci vuole un collegamento a un'altra pagina sotto «Condizioni di servizio»; qui non c'è`,
  ]);
});

test("the office that a service page names is the one of its contact", async () => {
  expect(await problemsAfter({ [SERVICE]: replace("/amministrazione/sportello/", "/privacy/") })).toEqual([
    expect.stringContaining(
      "ufficio diverso: ci vuole quello del contatto della pagina, «/amministrazione/sportello/»; qui c'è «/privacy/»",
    ),
  ]);
});

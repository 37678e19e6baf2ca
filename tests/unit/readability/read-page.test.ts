import { expect, test } from "vitest";
import { OPENING } from "../../../src/readability/read-page.ts";
import { readBody } from "./read-body.ts";

function prose(markdown: string): Record<string, string[]> {
  return Object.fromEntries(
    readBody(markdown).sections.map((section) => [section.label, section.prose.map(({ text }) => text)]),
  );
}

const DESCRIPTION = "Come trattiamo i dati di chi usa il sito.";

test("the description and the text before the first heading are a section of their own", () => {
  expect(prose("Ciao.\n\n## Uno\n\nPrimo.\n\n### Sotto\n\nAncora.\n\n## Due\n\nSecondo.")).toEqual({
    [OPENING]: [DESCRIPTION, "Ciao."],
    Uno: ["Primo.", "Ancora."],
    Due: ["Secondo."],
  });
});

test("each item of a list is read by itself, with or without a full stop", () => {
  expect(prose("## Uno\n\nServono:\n\n- la carta\n- la penna")["Uno"]).toEqual([
    "Servono:",
    "la carta",
    "la penna",
  ]);
});

test("a reference to a fact is read as what it stands for, hours as some hours", () => {
  expect(
    prose("## Uno\n\nLa {{ente}} risponde {{orari:sportello}}. Chiama {{telefono:sportello}}.")["Uno"],
  ).toEqual([
    "La Ente di prova risponde dal lunedì al venerdì dalle 9:00 alle 11:00.",
    "Chiama 0571 878778.",
  ]);
  expect(prose("## Uno\n\nFai {{telefono-internazionale:sportello}}.")["Uno"]).toEqual([
    "Fai +39 0571 878778.",
  ]);
});

test("a reference that is wrong reads as nothing, for another check reports it", () => {
  expect(prose("## Uno\n\nChiama {{telefono:nessuno}} o {{tel}}.")["Uno"]).toEqual(["Chiama  o ."]);
});

test("blocks that the site renders, like the text of the licence, are not read", () => {
  expect(prose("## Uno\n\n{{licenza}}\n\n{{linea:sportello}}\n\nCiao.")["Uno"]).toEqual(["Ciao."]);
});

test("words of links and emphasis are read, their marks and addresses are not", () => {
  expect(prose("## Uno\n\nLeggi **prima** [come si fa](/prenota/).")["Uno"]).toEqual([
    "Leggi prima come si fa.",
  ]);
});

test("titles, headings, table cells and descriptions of images are labels, not sentences", () => {
  const { sections } = readBody("## Uno\n\n![Una mappa](/m.png)\n\n| Giorno |\n| --- |\n| Lunedì |\n");
  expect(
    sections.map(({ prose, labels }) => [prose, labels].map((list) => list.map(({ text }) => text))),
  ).toEqual([
    [[DESCRIPTION], ["Privacy"]],
    [[], ["Uno", "Una mappa", "Giorno", "Lunedì"]],
  ]);
});

test("what stands in the front matter keeps its line there", () => {
  const [opening] = readBody("").sections;
  expect(opening?.labels[0]?.line).toBe(3);
  expect(opening?.prose[0]?.line).toBe(4);
});

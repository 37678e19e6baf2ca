import { expect, test } from "vitest";
import { bilingual } from "../../../support/bilingual-site.ts";
import { problemsAfter } from "../../../support/fixture-site.ts";

const GLOSSARY = "_data/glossary/en.json";
const PAGE = "content/en/domande.md";

const page = (body: string) => `---
layout: page
title: Una pagina
description: Una pagina di prova.
updated: 2026-11-23T10:00
---
${body}`;

const translation = (body: string) => `---
title: A page
description: A page to try things out.
---
${body}`;

const term = (name: string, ...forms: string[]) => ({ term: name, forms, explanation: "…" });
const ITALIAN = {
  asilo: term("chiedere asilo", "chiedere asilo", "chiede asilo"),
  minore: term("minore", "minore", "minori"),
};
const ENGLISH = {
  asilo: term("apply for asylum", "apply for asylum", "applies for asylum"),
  minore: term("minor", "minor", "minors"),
};

/**
 * The problems of an Italian page, whose body starts at line 7, and of its English translation,
 * whose body starts at line 5.
 */
async function problems(
  italian: string,
  english: string | undefined,
  glossary: object = ENGLISH,
): Promise<string[]> {
  const edits = bilingual({
    "_data/glossary/it.json": () => JSON.stringify(ITALIAN),
    [GLOSSARY]: () => JSON.stringify(glossary, undefined, 1),
    "content/it/domande.md": () => page(italian),
    ...(english !== undefined && { [PAGE]: () => translation(english) }),
  });
  const found = await problemsAfter(edits);
  // Revisions are another check's concern.
  return found.filter((problem) => !problem.includes("traduzione non registrata"));
}

test("a translation that uses the same terms in listed forms is right", async () => {
  expect(
    await problems("Chi chiede asilo, anche se minore.", "A minor, or who **applies** for asylum."),
  ).toEqual([]);
});

test("a term worded in a form that is not listed is reported at the same part of the translation", async () => {
  expect(
    await problems(
      "## Uno\n\nNiente.\n\n## Due\n\nI minori.\n",
      "## One\n\nNothing.\n\n## Two\n\nYoung people.\n",
    ),
  ).toEqual([
    `${PAGE}:9: termine senza spiegazione: ci vuole uno tra «minor» o «minors», perché content/it/domande.md:13 usa «minore»; qui non c'è: cambia il testo, o aggiungi la sua forma in ${GLOSSARY}:12`,
  ]);
});

test("a term in a heading or in a link is not explained there, so it is no use", async () => {
  expect(
    await problems("## I minori\n\n[I minori](/prenota/).", "## Young people\n\n[Young people](/prenota/)."),
  ).toEqual([]);
  expect(
    await problems("## Chi\n\nI minori, [qui](/prenota/).", "## Minors\n\n[Minors](/prenota/)."),
  ).toHaveLength(1);
});

test("a page that is not translated is not missed", async () => {
  expect(await problems("I minori.", undefined)).toEqual([]);
});

test("a language has no terms but those of the source language", async () => {
  const { asilo } = ENGLISH;
  expect(await problems("Niente.", "Nothing.", { asilo, minor: ENGLISH.minore })).toEqual([
    `${GLOSSARY}:10: chiave sconosciuta: ci vogliono solo le chiavi di _data/glossary/it.json; qui c'è «minor»; forse volevi «minore»?`,
  ]);
});

import { describe, expect, test } from "vitest";
import {
  append,
  CONTACTS,
  loadAfter,
  PRIVACY,
  problemsAfter,
  replace,
  SERVICE,
  SITE,
} from "../../support/fixture-site.ts";

/** What editors have written, and the beginning of what each line of it is told. */
const SLIPS: readonly (readonly [written: string, ...errors: string[]])[] = [
  ["**Attenzione:**devi telefonare.", "16: grassetto scritto male"],
  ["**aperto", "16: grassetto scritto male"],
  ["** x **", "16: grassetto scritto male"],
  ["*aperto", "16: grassetto scritto male"],
  ["__aperto", "16: grassetto scritto male"],
  ["Prima\n**aperto", "17: grassetto scritto male"],
  ["##Quanto costa", "16: titolo scritto male"],
  ["##\u00A0Quanto costa", "16: titolo scritto male"],
  ["## \u00A0", "16: titolo vuoto"],
  ["• la carta\n• il libro", "16: elenco scritto male", "17: elenco scritto male"],
  ["• la carta", "16: elenco scritto male"],
  ["–  la carta\n–  il libro", "16: elenco scritto male", "17: elenco scritto male"],
  ["-la carta\n-il libro", "16: elenco scritto male", "17: elenco scritto male"],
  ["1.Chiama\n2.Vieni", "16: elenco scritto male", "17: elenco scritto male"],
  ["a) chiama\nb) vieni", "16: elenco scritto male", "17: elenco scritto male"],
  ["a) chiama\n\nb) vieni", "16: elenco scritto male", "18: elenco scritto male"],
  ["1° chiama\n2° vieni", "16: elenco scritto male", "17: elenco scritto male"],
  ["- [ ] a", "16: casella da spuntare"],
  ["Nota[^1]", "16: nota a piè di pagina"],
  ["Orari\\", "16: barra a fine riga"],
  ["{% x %}", "16: riferimento scritto male"],
  [":::", "16: riquadro che il sito non conosce"],
  ["{telefono:x}", "16: riferimento scritto male"],
  ["XXX da completare", "16: testo da completare"],
  ["<<<<<<< HEAD\nuno\n=======\ndue\n>>>>>>> altro", "16: ci vuole una sola versione del testo"],
  ["    {{linea:nessuno}}", "16: contatto sconosciuto"],
  ["    **aperto", "16: grassetto scritto male"],
  ["| ISEE | Costo |\n| 1 | 2 |", "16: tabella scritta male", "17: tabella scritta male"],
  [
    "| a | b |\n| --- | --- |\n| 1 |\n| 1 | 2 | 3 |",
    "18: riga di tabella diversa",
    "19: riga di tabella diversa",
  ],
  ["l`ufficio", "16: apice scritto male"],
  ["se <br", "16: HTML non ammesso"],
  ["[ ](/privacy/)", "16: collegamento senza testo"],
  ["[\u00A0](/privacy/)", "16: collegamento senza testo"],
  ["[&nbsp;](/privacy/)", "16: collegamento senza testo"],
  ["[\u200B](/privacy/)", "16: collegamento senza testo"],
  ["[&#8203;](/privacy/)", "16: collegamento senza testo"],
];

describe("what Markdown does not understand is an error in a page", () => {
  test.each(SLIPS)("%j", async (written, ...errors) => {
    const problems = await problemsAfter({ [PRIVACY]: append(`\n${written}\n`) });
    expect(problems).toEqual(errors.map((error) => expect.stringContaining(`${PRIVACY}:${error}`) as string));
  });
});

const FINE = [
  "Il prezzo è 5 * 3, cioè 15.",
  "Campi obbligatori*",
  "**Attenzione**: devi telefonare.",
  "Porta la **carta**, non la *copia*.",
  "- la carta\n- il libro",
  "1) chiama\n2) vieni",
  "1° piano, stanza 5",
  "Il servizio\n– che è gratuito – ti aiuta.\nL'ufficio\n– che è qui – ti ascolta.",
  "Scrivi `**testo**` e `{{ente}}`.",
  "| a | b |\n| --- | --- |\n| 1 | 2 |\n| 1 \\| 2 | 3 |",
  "Il file nome_del_file e l'indirizzo <https://ente.it/una_pagina/>.",
  "Se 3 < 5 e 5 > 3.",
  "Il link [INPS](https://www.inps.it/it/it.html?a=**b**).",
  "Uno\u00ADdue\u200Btre\u2060quattro, da 5\u00A0€",
];

test.each(FINE)("%j is understood", async (written) => {
  expect(await problemsAfter({ [PRIVACY]: append(`\n${written}\n`) })).toEqual([]);
});

test("an indented reference and an indented text are read as the others", async () => {
  expect(await problemsAfter({ [PRIVACY]: append("\n    {{linea:sportello}}\n\n    Testo.\n") })).toEqual([]);
});

const MARKUP = [
  "Chiama il {{telefono:sportello}} ora",
  "Chiama il <b>tale</b> ora",
  "Chiama **tutti** ora",
  "Vedi [la pagina](/privacy/) ora",
  "Chiama **tutti ora",
  "Chiama {telefono} ora",
  "Chiama &egrave; ora",
  "XXX da completare",
];

/** Each key of the front matter that holds a text, its line, and an edit that writes it. */
const KEYS: readonly (readonly [
  key: string,
  line: number,
  edit: (text: string) => (source: string) => string,
])[] = [
  ["title", 3, (text) => replace("title: Aiuto", `title: ${JSON.stringify(text)}`)],
  ["description", 4, (text) => replace("Una scheda di prova con tutte le voci.", JSON.stringify(text))],
  ["serviceType", 13, (text) => replace("Informazioni", JSON.stringify(text))],
  ["audience", 14, (text) => replace("Cittadini", JSON.stringify(text))],
  ["changes", 17, (text) => replace("Prima versione.", JSON.stringify(text))],
  [
    "inactiveReason",
    13,
    (text) => replace("active: true", `active: false\ninactiveReason: ${JSON.stringify(text)}`),
  ],
];

describe.each(KEYS)("markup in %s, which pages show as it is, is an error", (_key, line, edit) => {
  test.each(MARKUP)("%s", async (text) => {
    const problems = await problemsAfter({ [SERVICE]: edit(text) });
    expect(problems).toEqual([
      expect.stringMatching(
        `^${SERVICE}:${line}: (segni nel testo|grassetto scritto male|testo da completare)`,
      ),
    ]);
  });
});

test.each(["un **sito**", "un <b>sito</b>", "il sito di {{ente}}"])("so it is in data: %s", async (text) => {
  expect(await problemsAfter({ [SITE]: replace("Un sito di prova", text) })).toEqual([
    expect.stringContaining(`${SITE}:5: segni nel testo`),
  ]);
});

const CHARACTERS: readonly (readonly [character: string, code: string])[] = [
  ["\u000B", "U+000B, un carattere di controllo"],
  ["\u0008", "U+0008, un carattere di controllo"],
  ["\u0085", "U+0085, un carattere di controllo"],
  ["\uFFFE", "U+FFFE, un codice che non è un carattere"],
  ["\u{1FFFF}", "U+1FFFF, un codice che non è un carattere"],
  ["\u202E", "U+202E, un comando che cambia il verso del testo"],
  ["\u2067", "U+2067, un comando che cambia il verso del testo"],
  ["\uE000", "U+E000, un carattere che altri dispositivi non hanno"],
  ["\uFFFD", "U+FFFD, il segno di un carattere perduto"],
];

describe.each(CHARACTERS)("%j is an error that names it", (character, name) => {
  const message = `carattere non ammesso: ci vogliono solo caratteri che si vedono; qui c'è ${name}, dopo «Uno»`;

  test("in a page's text", async () => {
    expect(await problemsAfter({ [PRIVACY]: append(`\nPrima.\nUno${character}due\n`) })).toEqual([
      expect.stringContaining(`${PRIVACY}:17: ${message}`),
    ]);
  });

  test("in a title and in data, as it is or written with its number", async () => {
    for (const text of [`Uno${character}due`, escaped(`Uno${character}due`)]) {
      expect(await problemsAfter({ [PRIVACY]: replace("title: Privacy", `title: "${text}"`) })).toEqual([
        expect.stringContaining(`${PRIVACY}:3: `),
      ]);
    }
    const text = escaped(`Uno${character}due`);
    expect(await problemsAfter({ [CONTACTS]: replace('"name": "Sportello"', `"name": "${text}"`) })).toEqual([
      expect.stringContaining(`${CONTACTS}:2: ${message}`),
    ]);
  });

  test("in a page, written with its number", async () => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    expect(await problemsAfter({ [PRIVACY]: append(`\nUno&#x${code};due\n`) })).toEqual([
      expect.stringContaining(`${PRIVACY}:16: carattere non ammesso`),
    ]);
  });
});

test.each([
  ["\\ud800", "U+D800, un carattere a metà"],
  ["\\r\\nATTENDEE:x", "U+000D, un carattere di controllo"],
])("%s in a name, which other formats would carry on, is an error", async (written, name) => {
  expect(await problemsAfter({ [CONTACTS]: replace('"Sportello"', `"Uno${written}"`) })).toEqual([
    expect.stringMatching(`^${CONTACTS}:2: carattere non ammesso: .*qui c'è ${name.replace("+", "\\+")}`),
  ]);
});

test("an address with a line break, which parsers of addresses skip, is an error", async () => {
  const edit = replace("legalcode.it", String.raw`legalcode.it\nX: y`);
  expect(await problemsAfter({ [SITE]: edit })).toEqual([
    expect.stringMatching(`^${SITE}:.*«url»: ci vuole un indirizzo web completo`),
  ]);
});

test("a line feed in a name is a space", async () => {
  const { facts, problems } = await loadAfter({ [CONTACTS]: replace('"Sportello"', '"Sportello\\n unico"') });
  expect(problems).toEqual([]);
  expect(facts?.contacts["sportello"]?.name).toBe("Sportello unico");
});

test.each(["A chi\u00A0è rivolto", "A chi è rivolto".normalize("NFD"), "A\u2009chi è rivol\u00ADto"])(
  "a heading that only looks like the model's, %j, is the model's",
  async (label) => {
    const { pages, problems } = await loadAfter({ [SERVICE]: replace("A chi è rivolto", label) });
    expect(problems).toEqual([]);
    const service = pages.find(({ file }) => file === SERVICE);
    expect(service?.sections[1]).toMatchObject({ label: "A chi è rivolto", id: "a-chi-e-rivolto" });
  },
);

test("a no-break space stays where typography wants it", async () => {
  const { pages } = await loadAfter({ [PRIVACY]: append("\nQuoi\u00A0? Oui\u202F: 5\u00A0€.\n") });
  const text = JSON.stringify(pages.find(({ file }) => file === PRIVACY)?.sections);
  expect(text).toContain("Quoi\u00A0? Oui\u202F: 5\u00A0€.");
});

test.each(["Aiuti per la spesa # bando 2026", "Aiuti #2026 # nota"])(
  "a title that YAML would cut at its hash, %s, is an error",
  async (title) => {
    expect(await problemsAfter({ [PRIVACY]: replace("title: Privacy", `title: ${title}`) })).toEqual([
      expect.stringMatching(`^${PRIVACY}:3: YAML non valido: ci vogliono le virgolette doppie.*cancelletto`),
    ]);
  },
);

test("a hash within quotes or words, and a comment on its own line, cut nothing", async () => {
  for (const front of ['title: "Aiuti # bando"', "title: Aiuti#2026", "# Nota.\ntitle: Aiuti"]) {
    expect(await problemsAfter({ [PRIVACY]: replace("title: Privacy", front) })).toEqual([]);
  }
});

test("a title of 600 characters is an error that gives the limit", async () => {
  expect(await problemsAfter({ [PRIVACY]: replace("title: Privacy", `title: ${"x".repeat(600)}`) })).toEqual([
    expect.stringMatching(
      `^${PRIVACY}:3: «title»: ci vuole un testo di al massimo 160 caratteri; .*600 caratteri`,
    ),
  ]);
});

test.each(["0 0 24", '0 0 24 24" onload="x', "a b c d"])(
  "the emblem's frame %s is an error",
  async (frame) => {
    const edit = replace('"0 0 24 24"', JSON.stringify(frame));
    expect(await problemsAfter({ [SITE]: edit })).toEqual([
      expect.stringContaining(`${SITE}:8: «viewBox»: ci vuole un riquadro di quattro numeri`),
    ]);
  },
);

test("an emblem is drawn by numbers and commands only", async () => {
  const problems = await problemsAfter({ [SITE]: replace('"M0 0h24v24H0z"', '"M0 0\\"/><script>"') });
  expect(problems[0]).toContain(`${SITE}:8: «path»: ci vuole un tracciato SVG`);
});

test("what Git writes at a conflict is an error of the whole file, in data too", async () => {
  const conflict = '{\n<<<<<<< HEAD\n"title": "a",\n=======\n"title": "b",\n>>>>>>> b\n}';
  const problems = await problemsAfter({ [SITE]: () => conflict });
  expect(problems[0]).toMatch(`${SITE}:2: ci vuole una sola versione del testo`);
});

function escaped(text: string): string {
  const escape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return text
    .split("")
    .map((unit) => (/[A-Za-z]/.test(unit) ? unit : escape(unit)))
    .join("");
}

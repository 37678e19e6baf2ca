import { describe, expect, test } from "vitest";
import { allHeadings } from "../../../../src/content-model/markdown/section.ts";
import { formatProblem } from "../../../../src/content-model/problems/problem.ts";
import type { Page } from "../../../../src/content-model/reading/page.ts";
import { bilingual, ENGLISH_PRIVACY, ENGLISH_SERVICE } from "../../../support/bilingual-site.ts";
import { loadAfter, PRIVACY, problemsAfter, replace, SERVICE } from "../../../support/fixture-site.ts";

function anchorsOf(page: Page | undefined): string[] {
  return allHeadings(page?.sections).map(({ id }) => id);
}

describe("a site in two languages without mistakes", async () => {
  const { pages, problems, warnings, facts } = await loadAfter(bilingual());
  const pageAt = (url: string) => pages.find((page) => page.url === url);

  test("has no problems", () => {
    expect([...problems, ...warnings].map(formatProblem)).toEqual([]);
  });

  test("has each translation at its source's address below its language", () => {
    expect(pageAt("/en/servizi/aiuto/")).toMatchObject({
      lang: "en",
      translation: { source: { url: "/servizi/aiuto/" } },
    });
    expect(pageAt("/servizi/aiuto/")?.translation).toBeUndefined();
  });

  test("gives a translation its own texts and the facts of its source", () => {
    expect(pageAt("/en/servizi/aiuto/")?.data).toEqual({
      layout: "service",
      title: "Help",
      description: "A trial page with all sections.",
      updated: "2026-11-23T10:00",
      category: "Salute, benessere e assistenza",
      topics: ["Assistenza sociale", "Immigrazione"],
      contacts: ["sportello"],
      active: true,
      serviceType: "Information",
      audience: "Citizens",
      changes: [{ date: "2026-11-23", text: "First version." }],
    });
  });

  test("gives a translation's headings the anchors of its source", () => {
    expect(anchorsOf(pageAt("/en/privacy/"))).toEqual(["quali-dati", "eccezioni"]);
    expect(anchorsOf(pageAt("/privacy/"))).toEqual(["quali-dati", "eccezioni"]);
  });

  test("has the words of its data in the other language", () => {
    expect(facts?.vocabulary).toMatchObject({ en: { Uffici: "Offices" } });
  });

  test("may have pages in the source language alone", () => {
    expect(pageAt("/novita/apertura/")).toBeDefined();
    expect(pageAt("/en/novita/apertura/")).toBeUndefined();
  });
});

describe("the front matter of a translation", () => {
  test("has no facts, and no text that its source does not have", async () => {
    const facts = "layout: page\nnavTitle: Data\nupdated: 2026-11-23T10:00\nfoo: bar\ntranslation:";
    const reason = "niente, perché questo fatto sta solo nella pagina italiana";
    expect(await problemsAfter(bilingual({ [ENGLISH_PRIVACY]: replace("translation:", facts) }))).toEqual([
      `${ENGLISH_PRIVACY}:4: «layout»: ci vuole ${reason}; qui c'è «page»`,
      `${ENGLISH_PRIVACY}:5: «navTitle»: ci vuole niente, perché la pagina italiana non ha «navTitle»; qui c'è «Data»`,
      `${ENGLISH_PRIVACY}:6: «updated»: ci vuole ${reason}; qui c'è «2026-11-23T10:00»`,
      `${ENGLISH_PRIVACY}:7: chiave sconosciuta: ci vuole una tra «title», «description» o «translation»; qui c'è «foo»`,
    ]);
  });

  test("has every text that its source has, a change for each change", async () => {
    const lacking = (source: string): string =>
      source
        .replace("audience: Citizens\n", "")
        .replace("  - First version.", "  - First version.\n  - Second.");
    expect(await problemsAfter(bilingual({ [ENGLISH_SERVICE]: lacking }))).toEqual([
      `${ENGLISH_SERVICE}:1: manca «audience»: ci vuole un testo non vuoto`,
      `${ENGLISH_SERVICE}:5: «changes»: ci vuole un elenco di testi senza date, tanti quante le modifiche della pagina italiana (1); qui c'è un elenco`,
    ]);
  });

  test("says who reviewed the translation and when, or neither", async () => {
    const review = "translation:\n  reviewedBy: Ann Lee\n  reviewedOn: 2026-11-23";
    const { pages } = await loadAfter(bilingual({ [ENGLISH_PRIVACY]: replace("translation:", review) }));
    expect(pages.find(({ file }) => file === ENGLISH_PRIVACY)?.translation).toMatchObject({
      source: { url: "/privacy/" },
      reviewedBy: "Ann Lee",
      reviewedOn: "2026-11-23",
      untranslated: [],
      follows: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
      current: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
      isStale: false,
    });
    const half = "translation:\n  reviewedBy: Ann Lee";
    expect(await problemsAfter(bilingual({ [ENGLISH_PRIVACY]: replace("translation:", half) }))).toEqual([
      `${ENGLISH_PRIVACY}:4: manca «reviewedOn»: ci vuole chi ha controllato la traduzione e quando, tutti e due`,
    ]);
    const future = "translation:\n  reviewedBy: Ann Lee\n  reviewedOn: 2062-12-01";
    expect(await problemsAfter(bilingual({ [ENGLISH_PRIVACY]: replace("translation:", future) }))).toEqual([
      expect.stringMatching(/«reviewedOn»: ci vuole una data tra 2000-01-01 e .+; qui c'è «2062-12-01»$/),
    ]);
  });
});

test("a translation of a page that is not there is an error", async () => {
  const edits = bilingual({ "content/en/prenotta.md": () => "---\ntitle: x\n---\n" });
  expect(await problemsAfter(edits)).toEqual([
    "content/en/prenotta.md:1: traduzione senza pagina italiana: ci vuole «content/it/prenotta.md»; qui non c'è; forse volevi «prenota.md»?",
  ]);
});

describe("links of a translation", () => {
  const link = (markdown: string) => replace("There are none.", `There are none, see ${markdown}.`);
  const italian = (markdown: string) => replace("Nessuna.", `Nessuna, vedi ${markdown}.`);

  test("are checked where they lead: the same language, or the source where there is no translation", async () => {
    const edits = {
      [PRIVACY]: italian("[uno](/novita/apertura/), [due](../servizi/aiuto/#come-fare), [tre](#eccezioni)"),
      [ENGLISH_PRIVACY]: link(
        "[one](/novita/apertura/), [two](../servizi/aiuto/#come-fare), [three](#eccezioni)",
      ),
    };
    expect(await problemsAfter(bilingual(edits))).toEqual([]);
  });

  test("that lead to no page are reported in both languages", async () => {
    const edits = { [PRIVACY]: italian("[x](/nulla/)"), [ENGLISH_PRIVACY]: link("[y](/nulla/)") };
    expect(await problemsAfter(bilingual(edits))).toEqual([
      expect.stringMatching(`^${ENGLISH_PRIVACY}:14: collegamento interrotto`),
      expect.stringMatching(`^${PRIVACY}:14: collegamento interrotto`),
    ]);
  });
});

describe("a source that changes after it was translated", () => {
  const staleAfter = async (edits: Parameters<typeof bilingual>[0]) => {
    const { pages, warnings, problems } = await loadAfter(bilingual(edits));
    expect(problems.map(formatProblem)).toEqual([]);
    const stale = pages.filter(({ translation }) => translation?.isStale).map(({ file }) => file);
    return { stale, warnings: warnings.map(formatProblem) };
  };

  test("makes its translation stale, with a warning where that says what it follows, and no error", async () => {
    expect(await staleAfter({ [SERVICE]: replace("Niente.", "Quasi niente.") })).toEqual({
      stale: [ENGLISH_SERVICE],
      warnings: [
        `${ENGLISH_SERVICE}:9: il testo italiano è cambiato dopo la traduzione: ${SERVICE}; che cosa è cambiato lo dice «npm run check:translations»`,
      ],
    });
  });

  test.each([
    ["a word", "Una risposta.", "Una buona risposta."],
    ["a number", "Una risposta.", "Una risposta in 3 giorni."],
    ["a word of the title", "title: Aiuto", "title: Aiuti"],
    ["the text of a change", "Prima versione.", "Nuova versione."],
    ["a text that was not there", "audience:", "navTitle: Aiuto\naudience:"],
    // Shape that a translation shares with its source. Otherwise the build would stop in every
    // language.
    ["a list, with the same words", "Una risposta.", "- Una risposta."],
    ["a heading, with the same words", "Una risposta.", "Una\n\n### Risposta\n"],
    ["an address, with the same words", "/privacy/#eccezioni", "/privacy/"],
    ["a reference, in the place of its words", "A tutti.", "A tutti: {{ente}}."],
  ])("does so with %s", async (_, before, after) => {
    const { stale } = await staleAfter({ [SERVICE]: replace(before, after) });
    expect(stale).toEqual([ENGLISH_SERVICE]);
  });

  test.each([
    ["a comma and a dash", "Leggi le [regole]", "Leggi, – le [regole]"],
    ["another sign at the end", "Una risposta.", "Una risposta!"],
    ["capitals", "Una risposta.", "UNA RISPOSTA."],
    ["where lines are broken", "Telefona allo", "Telefona\nallo"],
    ["spaces and empty lines", "Una risposta.", "\n\nUna   risposta.\n\n"],
    ["quotation marks and an apostrophe", "title: Aiuto", "title: «Aiuto»"],
    ["bold type", "Una risposta.", "Una **risposta**."],
    ["invisible characters", "Una risposta.", "Una ri\u00ADsposta."],
    ["spaces in a reference", "{{orari:sportello}}", "{{ orari:sportello }}"],
    ["a date", "updated: 2026-11-23", "updated: 2026-11-24"],
    ["the date of a change", "date: 2026-11-23", "date: 2026-11-22"],
    ["a fact", "topics:\n  - Assistenza sociale\n", "topics:\n"],
  ])("is still followed when it changes only in %s", async (_, before, after) => {
    const { stale } = await staleAfter({ [SERVICE]: replace(before, after) });
    expect(stale).toEqual([]);
  });

  test("stops nothing, whatever changed in it", async () => {
    const rewritten = (source: string): string =>
      `${source.replace("changes:", "changes:\n  - date: 2026-12-01\n    text: Nuova.")}\n### Dove\n\n1. Qui\n2. [Là](/prenota/)\n3. 12 {{ente}}\n`;
    expect(
      await staleAfter({ [SERVICE]: rewritten, [PRIVACY]: replace("Nessuna.", "## Altro\n\nNessuna.") }),
    ).toMatchObject({
      stale: [ENGLISH_PRIVACY, ENGLISH_SERVICE],
    });
  });
});

test.each([
  ["no record", "", 1],
  ["an empty one", "translation:\n  follows:\n", 5],
  ["one a section, as earlier versions had", 'translation:\n  follows:\n    quali-dati: "1371ede7be19"\n', 5],
  ["what is no revision", "translation:\n  follows: ieri\n", 5],
])(
  "a translation that records no revision is an error that names the command: %s",
  async (_, record, line) => {
    const edits = bilingual({
      [ENGLISH_PRIVACY]: (source) => source.replace(/translation:\n( .*\n)+/, record),
    });
    expect(await problemsAfter(edits)).toEqual([
      `${ENGLISH_PRIVACY}:${line}: traduzione non registrata: ci vuole il testo italiano da cui viene; qui non c'è, scrivilo con «npm run check:translations -- --accept ${ENGLISH_PRIVACY}»`,
    ]);
  },
);

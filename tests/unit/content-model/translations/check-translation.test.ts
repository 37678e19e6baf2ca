import { describe, expect, test } from "vitest";
import { allHeadings } from "../../../../src/content-model/markdown/section.ts";
import { formatProblem } from "../../../../src/content-model/problems/problem.ts";
import type { Page } from "../../../../src/content-model/reading/page.ts";
import {
  bilingual,
  bilingualRecorded,
  ENGLISH_PRIVACY,
  ENGLISH_SERVICE,
} from "../../../support/bilingual-site.ts";
import {
  append,
  loadAfter,
  PRIVACY,
  problemsAfter,
  replace,
  SERVICE,
} from "../../../support/fixture-site.ts";

function anchorsOf(page: Page | undefined): string[] {
  return allHeadings(page?.sections).map(({ id }) => id);
}

/** The problems after the paragraph below "Exceptions" has changed in both languages. */
const withParagraphs = (italian: string, english: string): Promise<string[]> =>
  problemsAfter(
    bilingualRecorded({
      [PRIVACY]: replace("Nessuna.", italian),
      [ENGLISH_PRIVACY]: replace("There are none.", english),
    }),
  );

describe("the headings of a translation", () => {
  test("are as many as its source's: one that is missing is named", async () => {
    const edits = { [ENGLISH_PRIVACY]: replace("### Exceptions\n\n", "") };
    expect(await problemsAfter(bilingual(edits))).toEqual([
      `${ENGLISH_PRIVACY}:8: titoli diversi dall'italiano: ci vuole la traduzione di «### Eccezioni» (${PRIVACY}:12); qui non c'è`,
    ]);
  });

  test("are not more than its source's", async () => {
    const edits = { [ENGLISH_PRIVACY]: replace("There are none.", "There are none.\n\n## More\n\nWords.") };
    expect(await problemsAfter(bilingual(edits))).toEqual([
      `${ENGLISH_PRIVACY}:16: titoli diversi dall'italiano: ci vogliono solo i titoli di ${PRIVACY}; qui c'è «## More»`,
    ]);
  });

  test("include those of each section: one that is missing is named where it should stand", async () => {
    const edits = { [ENGLISH_SERVICE]: replace("## What you get\n\nAn answer.\n\n", "") };
    expect(await problemsAfter(bilingual(edits))).toEqual([
      `${ENGLISH_SERVICE}:20: titoli diversi dall'italiano: ci vuole la traduzione di «## Cosa si ottiene» (${SERVICE}:32); qui non c'è`,
    ]);
  });

  test("have the levels of its source's", async () => {
    const edits = { [ENGLISH_PRIVACY]: replace("### Exceptions", "## Exceptions") };
    expect(await problemsAfter(bilingual(edits))).toEqual([
      `${ENGLISH_PRIVACY}:12: titoli diversi dall'italiano: ci vuole la traduzione di «### Eccezioni» (${PRIVACY}:12); qui c'è «## Exceptions»`,
    ]);
  });

  test("may be words that make no anchor", async () => {
    const edits = {
      [ENGLISH_PRIVACY]: (s: string) => s.replace("Which data", "哪些数据").replace("Exceptions", "例外"),
    };
    expect(await problemsAfter(bilingual(edits))).toEqual([]);
  });

  test("are not empty, and no two are the same", async () => {
    const twice = { [ENGLISH_PRIVACY]: replace("### Exceptions", "### Which data") };
    expect(await problemsAfter(bilingual(twice))).toEqual([
      `${ENGLISH_PRIVACY}:12: titolo ripetuto: ci vuole un titolo diverso per ogni parte; «Which data» c'è già alla riga 8`,
    ]);
    const empty = { [ENGLISH_PRIVACY]: replace("### Exceptions", "###") };
    expect(await problemsAfter(bilingual(empty))).toEqual([
      `${ENGLISH_PRIVACY}:12: titolo vuoto: ci vuole un testo dopo i cancelletti; qui non c'è niente`,
    ]);
  });
});

describe("the facts of a translation", () => {
  test("are those of the same part of its source", async () => {
    const moved = (source: string): string =>
      source
        .replace("Phone the {{telefono:sportello}}.", "Phone us.")
        .replace("Nothing.", "The {{telefono:sportello}}.");
    expect(await problemsAfter(bilingual({ [ENGLISH_SERVICE]: moved }))).toEqual([
      `${ENGLISH_SERVICE}:16: riferimento mancante: ci vuole «{{telefono:sportello}}» come in ${SERVICE}:26; qui non c'è`,
      `${ENGLISH_SERVICE}:22: riferimento che in italiano non c'è: ci vuole lo stesso di ${SERVICE}; qui c'è «{{telefono:sportello}}»`,
    ]);
  });

  test("may stand in another order and with other spaces", async () => {
    expect(
      await withParagraphs("Di {{ente}}: {{orari:sportello}}.", "{{ orari:sportello }} by {{ente}}."),
    ).toEqual([]);
  });
});

describe("the lists and tables of a translation", () => {
  test("have as many items as those of its source", async () => {
    expect(await withParagraphs("- Uno\n- Due\n- Tre", "- One\n- Two")).toEqual([
      `${ENGLISH_PRIVACY}:14: elenco diverso dall'italiano: ci vuole un elenco con i trattini di 3 voci come in ${PRIVACY}:14; qui c'è un elenco con i trattini di 2 voci`,
    ]);
  });

  test("are of the same kind", async () => {
    expect(await withParagraphs("1. Uno\n2. Due", "- One\n- Two")).toEqual([
      `${ENGLISH_PRIVACY}:14: elenco diverso dall'italiano: ci vuole un elenco numerato di 2 voci come in ${PRIVACY}:14; qui c'è un elenco con i trattini di 2 voci`,
    ]);
    expect(await withParagraphs("3. Uno\n4. Due", "1. One\n2. Two")).toEqual([
      `${ENGLISH_PRIVACY}:14: elenco diverso dall'italiano: ci vuole un elenco numerato da 3 di 2 voci come in ${PRIVACY}:14; qui c'è un elenco numerato di 2 voci`,
    ]);
    expect(await withParagraphs("|a|b|\n|-|-|\n|c|d|", "|e|\n|-|\n|f|")).toEqual([
      `${ENGLISH_PRIVACY}:14: elenco diverso dall'italiano: ci vuole una tabella di 4 caselle come in ${PRIVACY}:14; qui c'è una tabella di 2 caselle`,
    ]);
  });

  test("are all there", async () => {
    expect(await withParagraphs("- Uno\n- Due", "One, two.")).toEqual([
      `${ENGLISH_PRIVACY}:12: elenchi o tabelle diversi dall'italiano: ce ne vogliono 1 (il primo è in ${PRIVACY}:14); qui ce ne sono 0`,
    ]);
  });

  test("count by themselves when one stands in another", async () => {
    expect(
      await withParagraphs("- Uno\n  - Due\n  - Tre\n- Altro", "- One\n  - Two\n  - Three\n- Other"),
    ).toEqual([]);
    expect(
      await withParagraphs("- Uno\n  - Due\n  - Tre\n- Altro", "- One\n  - Two\n- Three\n- Other"),
    ).toHaveLength(2);
  });
});

test("the links of a translation have the addresses that its source writes", async () => {
  const problems = await withParagraphs(
    "Vedi [qui](/prenota/) e [grazie](/grazie/).",
    "See [here](/en/prenota/).",
  );
  expect(problems).toEqual([
    `${ENGLISH_PRIVACY}:12: collegamento mancante, con l'indirizzo scritto come in italiano: ci vuole «/prenota/» come in ${PRIVACY}:14; qui non c'è`,
    `${ENGLISH_PRIVACY}:12: collegamento mancante, con l'indirizzo scritto come in italiano: ci vuole «/grazie/» come in ${PRIVACY}:14; qui non c'è`,
    `${ENGLISH_PRIVACY}:14: collegamento che in italiano non c'è: ci vuole lo stesso di ${PRIVACY}; qui c'è «/en/prenota/»`,
  ]);
});

describe("the numbers of a translation", () => {
  test("are all there, in the same digits", async () => {
    expect(await withParagraphs("Sono 24 ore o 200 giorni.", "That is ٢٤ hours or 200 days.")).toEqual([
      `${ENGLISH_PRIVACY}:12: numero mancante, in cifre da 0 a 9: ci vuole «24» come in ${PRIVACY}:14; qui non c'è`,
    ]);
  });

  test("are checked in titles and descriptions too", async () => {
    const edits = { [PRIVACY]: replace("title: Privacy", "title: Privacy e 3 regole") };
    expect(await problemsAfter(bilingualRecorded(edits))).toEqual([
      `${ENGLISH_PRIVACY}:2: numero mancante, in cifre da 0 a 9: ci vuole «3» come in ${PRIVACY}:3; qui non c'è`,
    ]);
  });

  test("that only the translation has are a warning, but for the months of dates", async () => {
    const { problems, warnings } = await loadAfter(
      bilingualRecorded({
        [PRIVACY]: replace("Nessuna.", "Dal 2 maggio 2024."),
        [ENGLISH_PRIVACY]: replace("There are none.", "From 2024-5-2, for 7 days."),
      }),
    );
    expect(problems).toEqual([]);
    expect(warnings.map(formatProblem)).toEqual([
      `${ENGLISH_PRIVACY}:14: numero che in italiano non c'è: ci vuole lo stesso di ${PRIVACY}; qui c'è «7»`,
    ]);
  });
});

describe("a translation that is known to be out of date", () => {
  const said = async (edits: Parameters<typeof bilingual>[0]) => {
    const { problems, pages } = await loadAfter(bilingual(edits));
    const page = pages.find(({ file }) => file === ENGLISH_SERVICE);
    return {
      problems: problems.map(formatProblem),
      isStale: page?.translation?.isStale,
      anchors: anchorsOf(page).slice(0, 4),
      data: page?.data,
      untranslated: page?.translation?.untranslated,
    };
  };
  const ANCHORS = ["a-chi-e-rivolto", "come-fare", "cosa-serve", "cosa-si-ottiene"];
  const DESCRIPTION = replace("## Come fare", "## Descrizione\n\nTanto, e poi ancora tanto.\n\n## Come fare");

  test("is not asked to say what its source says now, and stops nothing", async () => {
    const { problems, isStale } = await said({
      [SERVICE]: replace("Niente.", "- 3 [cose](/prenota/)\n- {{ente}}"),
    });
    expect({ problems, isStale }).toEqual({ problems: [], isStale: true });
  });

  test("must still be in its language", async () => {
    const { problems } = await said({
      [SERVICE]: replace("Niente.", "Altro."),
      [ENGLISH_SERVICE]: replace("An answer.", "Una risposta."),
    });
    expect(problems).toEqual([expect.stringContaining("testo uguale all'italiano")]);
  });

  test("keeps the anchors of the sections that it has when its source gets one more", async () => {
    const { problems, anchors } = await said({ [SERVICE]: DESCRIPTION });
    expect({ problems, anchors }).toEqual({ problems: [], anchors: ANCHORS });
  });

  test("keeps them when its source gets one in the middle, and when its source gets one at the end", async () => {
    const cost = "## Quanto costa\n\nNiente, mai e per nessuno.\n\n## Accedi";
    const { pages, problems } = await loadAfter(
      bilingual({ [SERVICE]: replace("## Accedi", cost), [PRIVACY]: append("\n## Fine\n\n- Qui.\n") }),
    );
    expect(problems.map(formatProblem)).toEqual([]);
    const anchorsIn = (own: string) => anchorsOf(pages.find(({ file }) => file === own));
    expect(anchorsIn(ENGLISH_SERVICE)).not.toContain("quanto-costa");
    expect(anchorsIn(ENGLISH_SERVICE).slice(-3)).toEqual([
      "accedi-al-servizio",
      "condizioni-di-servizio",
      "contatti",
    ]);
    expect(anchorsIn(ENGLISH_PRIVACY)).toEqual(["quali-dati", "eccezioni"]);
  });

  test("keeps those that its source still has when that loses one, and gives the other one of its own", async () => {
    const { pages, problems } = await loadAfter(
      bilingual({
        [PRIVACY]: (source) => source.replace(/## Quali[^]*/, "Nessun dato.\n"),
        [SERVICE]: replace("#eccezioni", ""),
      }),
    );
    expect(problems.map(formatProblem)).toEqual([]);
    const anchors = anchorsOf(pages.find(({ file }) => file === ENGLISH_PRIVACY));
    expect(new Set(anchors).size).toBe(2);
    expect(anchors.every((anchor) => /^[a-z0-9-]+$/.test(anchor))).toBe(true);
  });

  test("takes over an anchor that was renamed, and its old links lead to the page", async () => {
    const { pages, problems } = await loadAfter(
      bilingual({
        [PRIVACY]: (source) => source.replace("Quali dati", "Che dati").replace("Eccezioni", "Tranne"),
        [SERVICE]: replace("#eccezioni", "#tranne"),
      }),
    );
    expect(problems.map(formatProblem)).toEqual([]);
    expect(anchorsOf(pages.find(({ file }) => file === ENGLISH_PRIVACY))).toEqual(["che-dati", "tranne"]);
  });

  test("has the texts that are not translated yet from its source", async () => {
    const suspended = (source: string): string =>
      source
        .replace("active: true", "active: false\ninactiveReason: Chiuso per lavori.")
        .replace("title: ", "navTitle: Breve\ntitle: ")
        .replace("changes:", "changes:\n  - date: 2026-12-01\n    text: Servizio fermo.");
    const { problems, isStale, data, untranslated } = await said({ [SERVICE]: suspended });
    expect({ problems, isStale }).toEqual({ problems: [], isStale: true });
    expect(untranslated).toEqual(["inactiveReason", "changes"]);
    expect(data).toMatchObject({
      title: "Help",
      inactiveReason: "Chiuso per lavori.",
      changes: [{ text: "Servizio fermo." }, { text: "Prima versione." }],
    });
    expect(data?.navTitle).toBeUndefined();
  });

  test("may have the new sections before they are recorded", async () => {
    const { problems, anchors } = await said({
      [SERVICE]: DESCRIPTION,
      [ENGLISH_SERVICE]: replace("## How to do it", "## Description\n\nA lot.\n\n## How to do it"),
    });
    expect(problems).toEqual([]);
    expect(anchors).toEqual(["a-chi-e-rivolto", "descrizione", "come-fare", "cosa-serve"]);
  });
});

test("a page in the source language is compared with nothing", async () => {
  expect(await problemsAfter({ [PRIVACY]: replace("Nessuna.", "- 1 [x](/prenota/) {{ente}}") })).toEqual([]);
});

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { PRIVACY, problemsAfter, replace, SERVICE } from "../../../support/fixture-site.ts";

const service = (passage: string, replacement: string): Promise<string[]> =>
  problemsAfter({ [SERVICE]: replace(passage, replacement) });

describe("dates", () => {
  test.each(["2026-02-30", "2026-13-01", "23/11/2026", "ieri"])("«%s» is not a date", async (date) => {
    expect(await service("date: 2026-11-23", `date: ${date}`)).toEqual([
      `${SERVICE}:16: «date»: ci vuole una data che esiste, nella forma 2024-05-02; qui c'è «${date}»`,
    ]);
  });

  test.each(["2026-11-31T10:00", "2026-11-23T24:00", "2026-11-23", "2026-11-23 10:00"])(
    "«%s» is no date and time",
    async (date) => {
      expect(await service("updated: 2026-11-23T10:00", `updated: ${date}`)).toEqual([
        `${SERVICE}:5: «updated»: ci vuole una data e ora che esistono, nella forma 2024-05-02T15:33; qui c'è «${date}»`,
      ]);
    },
  );
});

describe("the dates of what is done, on 30 November 2026", () => {
  const NEWS = "content/it/novita/apertura.md";
  const RANGE = "una data tra 2000-01-01 e 2026-12-02, perché è di una cosa già fatta";
  const news = (passage: string, replacement: string): Promise<string[]> =>
    problemsAfter({ [NEWS]: replace(passage, replacement) });

  beforeEach(() => vi.stubEnv("SITE_TODAY", "2026-11-30"));
  afterEach(() => vi.unstubAllEnvs());

  test.each(["2036-11-23T10:00", "0026-11-23T10:00", "1999-12-31T23:59", "2026-12-03T00:00"])(
    "a page was not updated on %s",
    async (date) => {
      expect(await service("updated: 2026-11-23T10:00", `updated: ${date}`)).toEqual([
        `${SERVICE}:5: «updated»: ci vuole ${RANGE}; qui c'è «${date}»`,
      ]);
    },
  );

  test.each(["2026-11-30T00:00", "2026-11-30T23:59", "2026-12-01T23:59", "2026-12-02T23:59"])(
    "a page may be updated on %s, whatever the time of the build",
    async (date) => {
      for (const today of ["2026-11-30", "2026-11-30T00:00:00Z", "2026-11-30T23:59:59Z"]) {
        vi.stubEnv("SITE_TODAY", today);
        expect(await service("updated: 2026-11-23T10:00", `updated: ${date}`)).toEqual([]);
      }
    },
  );

  test("a service's change is not in the future", async () => {
    expect(await service("date: 2026-11-23", "date: 2062-11-23")).toEqual([
      `${SERVICE}:16: «date»: ci vuole ${RANGE}; qui c'è «2062-11-23»`,
    ]);
  });

  test.each(["2036-11-23", "0026-11-23"])("a news item was not published on %s", async (date) => {
    expect(await news("published: 2026-11-23", `published: ${date}`)).toEqual([
      `${NEWS}:9: «published»: ci vuole ${RANGE}; qui c'è «${date}»`,
    ]);
  });

  test("a news item is not updated before it is published", async () => {
    expect(await news("published: 2026-11-23", "published: 2026-11-24")).toEqual([
      `${NEWS}:9: «published»: ci vuole una data che non viene dopo l'ultimo aggiornamento (2026-11-23T10:00); qui c'è «2026-11-24»`,
    ]);
  });
});

describe("keys", () => {
  test("an unknown one is reported at its line with the one that was probably meant", async () => {
    expect(await service("audience: Cittadini", "audience: Cittadini\nnavTitel: Aiuto")).toEqual([
      `${SERVICE}:15: chiave sconosciuta; qui c'è «navTitel»; forse volevi «navTitle»?`,
    ]);
  });

  test("an unknown one far from all others is reported with those that exist", async () => {
    const problems = await service("    text: Prima versione.", "    text: Prima versione.\n    autore: X");
    expect(problems).toEqual([
      `${SERVICE}:18: chiave sconosciuta: ci vuole una tra «date» o «text»; qui c'è «autore»`,
    ]);
  });

  test("a missing one is reported at its parent", async () => {
    expect(await service("serviceType: Informazioni\n", "")).toEqual([
      `${SERVICE}:1: manca «serviceType»: ci vuole un testo non vuoto`,
    ]);
    expect(await service("    text: Prima versione.\n", "")).toEqual([
      `${SERVICE}:16: manca «text»: ci vuole un testo non vuoto`,
    ]);
  });
});

describe("values", () => {
  test("a list without elements is reported", async () => {
    const topics = "topics:\n  - Assistenza sociale\n  - Immigrazione";
    expect(await service(topics, "topics: []")).toEqual([
      `${SERVICE}:7: «topics»: ci vuole almeno un elemento; qui c'è un elenco vuoto`,
    ]);
  });

  test("one value where a list belongs is reported", async () => {
    expect(await service("contacts:\n  - sportello", "contacts: sportello")).toEqual([
      `${SERVICE}:10: «contacts»: ci vuole un elenco; qui c'è «sportello»`,
    ]);
  });

  test("a description that is too long is reported with its length", async () => {
    const problems = await service("Una scheda di prova con tutte le voci.", "a".repeat(301));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(
      `${SERVICE}:4: «description»: ci vuole un testo da 10 a 300 caratteri; qui c'è`,
    );
    expect(problems[0]).toContain("(301 caratteri)");
  });

  test("a suspended service says why", async () => {
    expect(await service("active: true", "active: false")).toEqual([
      `${SERVICE}:1: manca «inactiveReason»: ci vuole il motivo, perché il servizio non è attivo`,
    ]);
    expect(await service("active: true", "active: false\ninactiveReason: Trasloco.")).toEqual([]);
  });

  test("an active service gives no reason for being suspended", async () => {
    expect(await service("active: true", "active: true\ninactiveReason: Trasloco.")).toEqual([
      `${SERVICE}:13: «inactiveReason»: ci vuole niente, perché il servizio è attivo; qui c'è «Trasloco.»`,
    ]);
  });
});

test("an unknown layout does not hide the other mistakes", async () => {
  const edit = (source: string): string =>
    source.replace("layout: page", "layout: pag").replace("updated: 2026-11-23T10:00", "updated: oggi");
  expect(await problemsAfter({ [PRIVACY]: edit })).toEqual([
    `${PRIVACY}:2: «layout»: ci vuole uno tra «service», «news», «office», «section», «page», «easy», «home», «topics», «sitemap», «ratings» o «data»; qui c'è «pag»; forse volevi «page»?`,
    `${PRIVACY}:5: «updated»: ci vuole una data e ora che esistono, nella forma 2024-05-02T15:33; qui c'è «oggi»`,
  ]);
});

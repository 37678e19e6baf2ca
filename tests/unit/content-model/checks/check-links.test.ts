import { describe, expect, test } from "vitest";
import { append, PRIVACY, problemsAfter, replace, SERVICE, SITE } from "../../../support/fixture-site.ts";

const linksIn = (markdown: string): Promise<string[]> =>
  problemsAfter({ [PRIVACY]: append(`\n${markdown}\n`) });
const BROKEN = "collegamento interrotto: ci vuole l'indirizzo di una pagina del sito; qui c'è";

describe("links within the site", () => {
  test.each([
    ["an address", "/servizi/aiuto/"],
    ["an address with a query", "/servizi/aiuto/?da=qui"],
    ["an anchor of another page", "/servizi/aiuto/#a-chi-e-rivolto"],
    ["an anchor of this page", "#eccezioni"],
    ["a relative address", "../servizi/aiuto/#contatti"],
    ["the whole address", "https://aiuto.internal/servizi/aiuto/"],
    ["the page of a topic in use", "/argomenti/immigrazione/"],
    ["the page of a category", "/servizi/salute-benessere-e-assistenza/"],
    ["a calendar", "/sportello.ics"],
    ["the feed", "/novita/feed.xml"],
  ])("%s is found", async (_case, href) => {
    expect(await linksIn(`Vedi [qui](${href}).`)).toEqual([]);
  });

  test("a broken link is reported at its own line, with the address that was probably meant", async () => {
    expect(await linksIn("Vedi\nanche [qui](/servizi/aiutto/).")).toEqual([
      `${PRIVACY}:17: ${BROKEN} «/servizi/aiutto/»; forse volevi «/servizi/aiuto/»?`,
    ]);
  });

  test("an address without its final slash is an error that says the right form", async () => {
    expect(await linksIn("Vedi [qui](/servizi).")).toEqual([
      `${PRIVACY}:16: ${BROKEN} «/servizi», manca la barra finale: scrivi «/servizi/»`,
    ]);
  });

  test("the page of a topic that no page names does not exist", async () => {
    expect(await linksIn("Vedi [qui](/argomenti/turismo/).")).toEqual([
      `${PRIVACY}:16: ${BROKEN} «/argomenti/turismo/»`,
    ]);
  });

  test("a broken anchor of another page is reported", async () => {
    expect(await linksIn("Vedi [qui](/servizi/aiuto/#come-far).")).toEqual([
      `${PRIVACY}:16: punto della pagina inesistente: dopo # ci vuole un titolo di /servizi/aiuto/; qui c'è «/servizi/aiuto/#come-far»; forse volevi «come-fare»?`,
    ]);
  });

  test("a broken anchor of the same page is reported", async () => {
    expect(await linksIn("Vedi [qui](#altro).")).toEqual([
      `${PRIVACY}:16: punto della pagina inesistente: dopo # ci vuole un titolo di /privacy/; qui c'è «#altro»`,
    ]);
  });

  test("a link by definition is reported where it is used", async () => {
    expect(await linksIn("Vedi\n[qui][x].\n\n[x]: /nulla/")).toEqual([`${PRIVACY}:17: ${BROKEN} «/nulla/»`]);
  });

  test("a page that cannot be read still has its address, and its anchors are not judged", async () => {
    const edit = (source: string): Uint8Array => Buffer.from(source.replace("Nessuno", "Perché"), "latin1");
    const problems = await problemsAfter({ [PRIVACY]: edit });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("UTF-8");
  });

  test("nothing is called broken while the data that decide about addresses cannot be read", async () => {
    const problems = await problemsAfter({
      [SITE]: () => "{",
      [PRIVACY]: append("\n[x](/novita/avvisi/)\n"),
    });
    expect(problems.filter((problem) => problem.includes("interrotto"))).toEqual([]);
  });
});

describe("other links", () => {
  test.each(["https://example.org/x", "mailto:info@example.org?subject=x", "tel:+390571878778", "tel:1522"])(
    "%s is right",
    async (href) => {
      expect(await linksIn(`Vedi [qui](${href}).`)).toEqual([]);
    },
  );

  test.each([
    ["tel:12", "un numero di telefono"],
    ["tel:0571878778/9", "un numero di telefono solo, scritto per intero"],
    ["tel:0571878778#2", "un numero di telefono senza interno"],
    ["tel:+390571878778;ext=2", "un numero di telefono senza interno"],
    ["mailto:info", "un indirizzo e-mail"],
    ["ftp://example.org", "un indirizzo che comincia con /, #, https://, mailto: o tel:"],
  ])("%s is wrong", async (href, expected) => {
    expect(await linksIn(`Vedi [qui](${href}).`)).toEqual([
      `${PRIVACY}:16: collegamento sbagliato: ci vuole ${expected}; qui c'è «${href}»`,
    ]);
  });

  test("a web address without its beginning is explained", async () => {
    expect(await linksIn("Vedi [qui](www.example.org).")).toEqual([
      `${PRIVACY}:16: ${BROKEN} «www.example.org»; per un altro sito scrivi «https://www.example.org»`,
    ]);
  });
});

test.each(["[qui](/privacy /)", "[qui](javascript:alert(1))", "[qui] (/privacy/)", "[qui][altrove]"])(
  "%s, which Markdown leaves as text, is reported as a badly written link",
  async (markdown) => {
    const problems = await linksIn(markdown);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`${PRIVACY}:16: collegamento scritto male: ci vuole [testo](indirizzo)`);
  },
);

test("a link without words is reported", async () => {
  expect(await linksIn("Vedi [](/servizi/).")).toEqual([
    `${PRIVACY}:16: collegamento senza testo: ci vogliono parole tra le parentesi quadre; qui c'è «[](/servizi/)»`,
  ]);
});

test("links in a table and in a quotation have their own lines", async () => {
  const table = "| a | b |\n| - | - |\n| 1 | [x](/uno/) |\n\n> testo\n> [y](/due/)";
  expect(await linksIn(table)).toEqual([
    `${PRIVACY}:18: ${BROKEN} «/uno/»`,
    `${PRIVACY}:21: ${BROKEN} «/due/»`,
  ]);
});

test("a link is judged on a page whose front matter is wrong", async () => {
  const edit = (source: string): string => replace("title: Aiuto", "title: A: b")(source) + "\n[x](/uno/)\n";
  expect(await problemsAfter({ [SERVICE]: edit })).toHaveLength(2);
});

import { describe, expect, test } from "vitest";
import { loadSite } from "../../../src/content-model/load-site.ts";
import { formatProblem } from "../../../src/content-model/problems/problem.ts";
import { siteDirs } from "../../../src/content-model/reading/site-dirs.ts";
import { gulpease } from "../../../src/readability/gulpease.ts";
import { readSite, type SiteReading } from "../../../src/readability/read-site.ts";
import { bilingual } from "../../support/bilingual-site.ts";
import { CONTACTS, type Edits, loadAfter, PRIVACY, replace } from "../../support/fixture-site.ts";
import { FLAGSHIP } from "../../support/flagship.ts";

async function readAfter(edits: Edits): Promise<SiteReading> {
  return readSite(await loadAfter(edits));
}

const HARD =
  "La presentazione dell'istanza telematica presuppone l'autocertificazione della documentazione amministrativa.";

describe("reading a site", () => {
  test("says what to improve with file and line, in their order", async () => {
    const body = "Leggi l'ISEE.\n\nPuoi usufruire.\n\nViene fatto un erore.";
    const { problems, warnings } = await readAfter({ [PRIVACY]: replace("Nessuno.", body) });
    expect(problems).toEqual([]);
    expect(warnings.map(formatProblem).map((line) => line.split(": ").slice(0, 2).join(": "))).toEqual([
      `${PRIVACY}:10: sigla non spiegata, «ISEE»`,
      `${PRIVACY}:12: parola da ufficio, «usufruire»`,
      `${PRIVACY}:14: frase passiva, «Viene fatto»`,
      `${PRIVACY}:14: parola sconosciuta`,
    ]);
  });

  test("refuses a page that is too hard", async () => {
    const { problems } = await readAfter({ [PRIVACY]: replace("Nessuno.", HARD) });
    expect(problems.map(({ line, message }) => `${line}: ${message.split(":")[0]}`)).toEqual([
      "1: pagina difficile",
      "8: sezione difficile, «Quali dati»",
    ]);
  });

  test("leaves pages in other languages alone", async () => {
    const { pages, warnings } = await readAfter(bilingual());
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.map(({ file }) => file).filter((file) => file.includes("/en/"))).toEqual([]);
    expect(warnings).toEqual([]);
  });

  test("takes the words of the site's own words.json", async () => {
    const edit = { [PRIVACY]: replace("Nessuno.", "Vieni a Gambassi.") };
    expect((await readAfter(edit)).warnings).toHaveLength(1);
    const withWord = { ...edit, "_data/words.json": () => '["Gambassi"]' };
    expect((await readAfter(withWord)).warnings).toEqual([]);
  });

  test("waits until the facts are right", async () => {
    const edits = { [CONTACTS]: replace('"9:00"', '"25:00"'), [PRIVACY]: replace("Nessuno.", HARD) };
    expect(await readAfter(edits)).toEqual({ pages: [], problems: [], warnings: [] });
  });
});

describe("the pages of a real site", async () => {
  const { pages, problems, warnings } = await readSite(await loadSite(siteDirs({ SITE_DIR: FLAGSHIP })));

  test("give nothing to improve", () => {
    expect([...problems, ...warnings].map(formatProblem)).toEqual([]);
  });

  test("have a Gulpease index of 75 or more, and each section 70 or more", () => {
    const hard = pages.flatMap(({ url, counts, sections }) => [
      ...((gulpease(counts) ?? 100) < 75 ? [url] : []),
      ...sections
        .filter((section) => (gulpease(section.counts) ?? 100) < 70)
        .map(({ label }) => `${url} ${label}`),
    ]);
    expect(pages.length).toBeGreaterThan(0);
    expect(hard).toEqual([]);
  });
});

import { cp } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadSite } from "../../../src/content-model/load-site.ts";
import { siteDirs } from "../../../src/content-model/reading/site-dirs.ts";
import {
  type TranslationsReport,
  translationsReport,
} from "../../../src/translations/translations-report.ts";
import { bilingual, ENGLISH_PRIVACY, ENGLISH_SERVICE } from "../../support/bilingual-site.ts";
import { PRIVACY, replace, SERVICE, SITE, withSite } from "../../support/fixture-site.ts";
import { commitAll, edit, withGitSite } from "./git-site.ts";

/** The report on a folder's site, file names relative to the folder. */
async function report(folder: string): Promise<TranslationsReport & { text: string }> {
  const dirs = { ...siteDirs({ SITE_DIR: folder }), root: folder };
  const { lines, isComplete } = await translationsReport(dirs, await loadSite(dirs));
  return { lines, isComplete, text: `${lines.join("\n")}\n` };
}

const STATUS = `English (en): 12 di 13 pagine
  da tradurre: 1
    content/en/novita/apertura.md
`;

describe("the state of a language", () => {
  test("lists pages that are not translated and pages that nobody has checked", async () => {
    const review = "translation:\n  reviewedBy: Ann Lee\n  reviewedOn: 2026-11-23";
    const edits = bilingual({ [ENGLISH_PRIVACY]: replace("translation:", review) });
    const { text, isComplete } = await withSite(edits, report);
    expect(text).toMatch(`${STATUS}  da far controllare: 11\n    content/en/accessibilita.md\n`);
    expect(text).not.toContain(ENGLISH_PRIVACY);
    expect(isComplete).toBe(false);
  });

  test("is complete when every page is translated, checked or not", async () => {
    const news = `---
title: The desk opens
description: The trial desk opens to the public.
translation:
  follows:
    titolo e descrizione: "03fcc253b082"
    inizio della pagina: "e24cbe484353"
---

Read [how](../../servizi/aiuto/#come-fare).
`;
    const edits = bilingual({ "content/en/novita/apertura.md": () => news });
    expect(await withSite(edits, report)).toEqual({
      text: "English (en): 13 di 13 pagine\n  da far controllare: tutte\n",
      lines: expect.any(Array) as string[],
      isComplete: true,
    });
  });

  test("names a page that records nothing, and does not call all of it new", async () => {
    const edits = bilingual({ [ENGLISH_PRIVACY]: (source) => source.replace(/translation:\n( .*\n)+/, "") });
    const { text, isComplete } = await withSite(edits, report);
    expect(text).toContain(`  da registrare: 1\n    ${ENGLISH_PRIVACY}\n`);
    expect(text).not.toContain("parte nuova");
    expect(isComplete).toBe(false);
  });

  test("does not call missing what is there with mistakes", async () => {
    const edits = bilingual({ [ENGLISH_PRIVACY]: replace("title: ", "titel: ") });
    expect((await withSite(edits, report)).text).not.toContain(ENGLISH_PRIVACY);
  });

  test("of a site in one language is nothing to speak of", async () => {
    expect(await withSite({}, report)).toMatchObject({
      text: "Il sito ha una lingua sola.\n",
      isComplete: true,
    });
  });
});

describe("a source that changed", () => {
  test("is shown section by section, with the lines that were translated and those of today", async () => {
    await withGitSite({}, async (folder) => {
      await edit(folder, SERVICE, replace("Niente.", "La carta d'identità.\nNiente altro."));
      await commitAll(folder);
      await edit(folder, SERVICE, replace("Niente altro.", "Altro no."));
      await edit(folder, PRIVACY, replace("title: Privacy", "title: La privacy"));
      const { text, isComplete } = await report(folder);
      expect(isComplete).toBe(false);
      expect(text)
        .toBe(`${ENGLISH_PRIVACY}:2: «titolo e descrizione»: il testo italiano è cambiato, ${PRIVACY}:1
    - title: Privacy
    + title: La privacy
      description: Come trattiamo i dati di chi usa il sito.

${ENGLISH_SERVICE}:29: «Cosa serve»: il testo italiano è cambiato, ${SERVICE}:28
      ## Cosa serve

    - Niente.
    + La carta d'identità.
    + Altro no.

${STATUS}  da aggiornare: 2
    ${ENGLISH_PRIVACY}
    ${ENGLISH_SERVICE}
  da far controllare: tutte
`);
    });
  });

  test("shows a section that is new, and one that changed its name", async () => {
    const italian = (source: string): string =>
      source.replace("## Quali dati", "## Che dati") + "\n## Poi\n\nBasta.\n";
    const english = (source: string): string => `${source}\n## Then\n\nThat is all.\n`;
    await withGitSite({}, async (folder) => {
      await edit(folder, PRIVACY, italian);
      await edit(folder, ENGLISH_PRIVACY, english);
      const { text } = await report(folder);
      expect(text).toContain(`${ENGLISH_PRIVACY}:10: «Che dati»: il testo italiano è cambiato, ${PRIVACY}:8
    - ## Quali dati
    + ## Che dati

      Nessuno.

${ENGLISH_PRIVACY}:18: «Poi»: in italiano è una parte nuova, ${PRIVACY}:16
    + ## Poi
    +
    + Basta.
`);
    });
  });

  test("is shown once for all languages that translated the same text", async () => {
    const french = (path: string): string => path.replace("content/en/", "content/fr/");
    await withGitSite({}, async (folder) => {
      await edit(folder, SITE, replace('"en"', '"en", "name": "English", "dir": "ltr" }, { "code": "fr"'));
      await cp(join(folder, "content/en"), join(folder, "content/fr"), { recursive: true });
      for (const file of ["_data/i18n/en.json", "_data/vocabulary/en.json"])
        await cp(join(folder, file), join(folder, file.replace("/en", "/fr")));
      await edit(folder, SERVICE, replace("Niente.", "Altro."));
      const { text } = await report(folder);
      const heading = `:29: «Cosa serve»: il testo italiano è cambiato, ${SERVICE}:28\n`;
      expect(text)
        .toMatch(`${ENGLISH_SERVICE}${heading}${french(ENGLISH_SERVICE)}${heading}      ## Cosa serve

    - Niente.
    + Altro.

English (en)`);
    });
  });

  test("says in a sentence why the text that was translated cannot be shown", async () => {
    await withSite(bilingual(), async (folder) => {
      await edit(folder, SERVICE, replace("Niente.", "Altro."));
      expect((await report(folder)).text).toContain(`${SERVICE}:28
    Il testo di prima non si può mostrare: qui non c'è la storia di git. Il testo di oggi:
      ## Cosa serve

      Altro.
`);
    });
  });
});

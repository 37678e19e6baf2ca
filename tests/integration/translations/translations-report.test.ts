import { readFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadSite } from "../../../src/content-model/load-site.ts";
import { siteDirs } from "../../../src/content-model/reading/site-dirs.ts";
import {
  type TranslationsReport,
  translationsReport,
} from "../../../src/translations/translations-report.ts";
import { bilingual, ENGLISH_PRIVACY, ENGLISH_SERVICE, revisionIn } from "../../support/bilingual-site.ts";
import {
  append,
  FIXTURE_SITE,
  PRIVACY,
  replace,
  SERVICE,
  SITE,
  withSite,
} from "../../support/fixture-site.ts";
import { commitAll, edit, withGitSite } from "./git-site.ts";

/** The report on the site in a folder. File names are relative to that folder. */
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
  follows: "${revisionIn(readFileSync(join(FIXTURE_SITE, "content/it/novita/apertura.md"), "utf8"))}"
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

  test("names a page that records nothing, and does not call it changed", async () => {
    const edits = bilingual({ [ENGLISH_PRIVACY]: (source) => source.replace(/translation:\n( .*\n)+/, "") });
    const { text, isComplete } = await withSite(edits, report);
    expect(text).toContain(`  da registrare: 1\n    ${ENGLISH_PRIVACY}\n`);
    expect(text).not.toContain("è cambiato");
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
  test("is shown by page, with the lines that were translated and those of today", async () => {
    await withGitSite({}, async (folder) => {
      await edit(folder, SERVICE, replace("Niente.", "La carta d'identità.\nNiente altro."));
      await commitAll(folder);
      await edit(folder, SERVICE, replace("Niente altro.", "Altro no."));
      await edit(folder, SERVICE, replace("Prima versione", "Seconda versione"));
      await edit(folder, SERVICE, replace("date: 2026-11-23", "date: 2026-11-24"));
      await edit(folder, PRIVACY, append("\n## Poi\n\nBasta.\n"));
      const { text, isComplete } = await report(folder);
      expect(isComplete).toBe(false);
      expect(text).toBe(`${PRIVACY}: il testo italiano è cambiato dopo la traduzione in
    ${ENGLISH_PRIVACY}
  Dalla riga 13:

      Nessuna.
    +
    + ## Poi
    +
    + Basta.

${SERVICE}: il testo italiano è cambiato dopo la traduzione in
    ${ENGLISH_SERVICE}
  Dalla riga 13:
      serviceType: Informazioni
      audience: Cittadini
    - changes: Prima versione.
    + changes: Seconda versione.

      ## A chi è rivolto
  Dalla riga 28:
      ## Cosa serve

    - Niente.
    + La carta d'identità.
    + Altro no.

      ## Cosa si ottiene

${STATUS}  da aggiornare: 2
    ${ENGLISH_PRIVACY}
    ${ENGLISH_SERVICE}
  da far controllare: tutte
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
      expect(text).toMatch(`${SERVICE}: il testo italiano è cambiato dopo la traduzione in
    ${ENGLISH_SERVICE}
    ${french(ENGLISH_SERVICE)}
  Dalla riga 28:
      ## Cosa serve

    - Niente.
    + Altro.

      ## Cosa si ottiene

English (en)`);
    });
  });

  test("says in a sentence why the text that was translated cannot be shown", async () => {
    await withSite(bilingual(), async (folder) => {
      await edit(folder, SERVICE, replace("Niente.", "Altro."));
      expect((await report(folder)).text).toContain(`    ${ENGLISH_SERVICE}
  Il testo di prima non si può mostrare: qui non c'è la storia di git. Confronta tutta la pagina.
`);
    });
  });
});

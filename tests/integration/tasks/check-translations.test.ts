import { execFile } from "node:child_process";
import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { expect, test } from "vitest";
import { bilingual, ENGLISH_PRIVACY, ENGLISH_SERVICE } from "../../support/bilingual-site.ts";
import { FIXTURE_SITE, PRIVACY, replace, SERVICE, withSite } from "../../support/fixture-site.ts";

const BILINGUAL = resolve(import.meta.dirname, "../../fixtures/content/bilingual");
const TASK = resolve(import.meta.dirname, "../../../src/tasks/check-translations.ts");

interface Run {
  code: unknown;
  stdout: string;
  stderr: string;
}

/** Runs the task as `npm run check:translations` does. Files are relative to the site's folder. */
function check(site: string, ...args: string[]): Promise<Run> {
  return new Promise((done) => {
    const env = { ...process.env, SITE_DIR: site };
    execFile(process.execPath, [TASK, ...args], { env }, (error, stdout, stderr) => {
      const short = (text: string): string => text.replaceAll(`${site}/`, "");
      done({ code: error ? error.code : 0, stdout: short(stdout), stderr: short(stderr) });
    });
  });
}

const STATUS = `English (en): 12 di 13 pagine
  da tradurre: 1
    content/en/novita/apertura.md
`;
/** A translation of the only untranslated page in the fixture site. */
const ENGLISH_NEWS = `---
title: The desk opens
description: The trial desk opens its doors to everybody.
---

Read [how to do it](../../servizi/aiuto/#come-fare).
`;
const ENGLISH_PAGES = globSync("content/en/**/*.md", { cwd: BILINGUAL })
  .map((file) => file.split(sep).join("/"))
  .sort();
const REVIEW = "  da far controllare: tutte\n";

test("pending work is not an error, except in strict mode", async () => {
  await withSite(bilingual(), async (folder) => {
    expect(await check(folder)).toEqual({ code: 0, stdout: STATUS + REVIEW, stderr: "" });
    expect(await check(folder, "--strict")).toEqual({ code: 1, stdout: STATUS + REVIEW, stderr: "" });
  });
});

test("a stale translation is an error in strict mode only", async () => {
  const edits = bilingual({ "content/en/novita/apertura.md": () => ENGLISH_NEWS });
  await withSite(edits, async (folder) => {
    await check(folder, "--accept-all");
    expect(await check(folder, "--strict")).toMatchObject({ code: 0 });

    const source = join(folder, PRIVACY);
    await writeFile(source, replace("Nessuno.", "Nessuno, mai.")(await readFile(source, "utf8")));

    expect((await check(folder)).code).toBe(0);
    const { code, stdout } = await check(folder, "--strict");
    expect(code).toBe(1);
    expect(stdout).toContain(`English (en): 13 di 13 pagine\n  da aggiornare: 1\n    ${ENGLISH_PRIVACY}\n`);
  });
});

test("a mistake is an error, with its line", async () => {
  await withSite(
    bilingual({ [ENGLISH_PRIVACY]: replace("### Exceptions", "## Exceptions") }),
    async (folder) => {
      const { code, stderr } = await check(folder);
      expect(code).toBe(1);
      expect(stderr).toMatch(`${ENGLISH_PRIVACY}:12: titoli diversi dall'italiano`);
    },
  );
});

test("--accept writes the chosen files and folders, and says who should look again", async () => {
  const review = replace("translation:", "translation:\n  reviewedBy: Ann Lee\n  reviewedOn: 2026-11-23");
  const edits = bilingual({
    [ENGLISH_SERVICE]: review,
    [SERVICE]: replace("Niente.", "Altro."),
    [PRIVACY]: replace("Nessuno.", "Qualcuno."),
  });
  await withSite(edits, async (folder) => {
    const chosen = [join(folder, "content/en/servizi"), join(folder, ENGLISH_PRIVACY)];
    const { code, stdout } = await check(folder, "--accept", ...chosen);
    expect(code).toBe(0);
    expect(stdout).toBe(
      `${ENGLISH_PRIVACY}: ora segue il testo italiano.
${ENGLISH_SERVICE}: ora segue il testo italiano. Ann Lee l'ha controllata il 2026-11-23: se è cambiata, falla controllare di nuovo.
${STATUS}  da far controllare: 11
${ENGLISH_PAGES.filter((page) => page !== ENGLISH_SERVICE)
  .map((page) => `    ${page}\n`)
  .join("")}`,
    );
    expect(await readFile(join(folder, ENGLISH_SERVICE), "utf8")).toContain(`reviewedBy: Ann Lee`);
  });
});

test("--accept of an Italian page means all translations of it", async () => {
  const edits = bilingual({
    [SERVICE]: replace("Niente.", "Altro."),
    [PRIVACY]: replace("Nessuno.", "Qualcuno."),
  });
  await withSite(edits, async (folder) => {
    const { code, stdout } = await check(folder, "--accept", join(folder, SERVICE));
    expect(code).toBe(0);
    expect(stdout).toContain(`${ENGLISH_SERVICE}: ora segue il testo italiano.\n`);
    expect(stdout).toContain(`  da aggiornare: 1\n    ${ENGLISH_PRIVACY}\n`);
  });
});

test("--accept says what a translation lacks that it cannot accept, and leaves it as it is", async () => {
  await withSite(bilingual({ [SERVICE]: replace("Niente.", "Altro: 3 cose.") }), async (folder) => {
    const before = await readFile(join(folder, ENGLISH_SERVICE), "utf8");
    const { code, stdout, stderr } = await check(folder, "--accept", join(folder, ENGLISH_SERVICE));
    expect(code).toBe(1);
    expect(stdout).toContain(`${ENGLISH_SERVICE}: non registrata, prima ci sono errori da correggere.\n`);
    expect(stderr).toContain(`${ENGLISH_SERVICE}:20: numero mancante, in cifre da 0 a 9: ci vuole «3»`);
    expect(await readFile(join(folder, ENGLISH_SERVICE), "utf8")).toBe(before);
  });
});

test("--accept asks for files that are translations", async () => {
  await withSite(bilingual(), async (folder) => {
    for (const file of ["_data/i18n/en.json", "content/en/nulla.md"]) {
      expect(await check(folder, "--accept", join(folder, file))).toEqual({
        code: 1,
        stdout: "",
        stderr: `«${file}» non è una traduzione.\n`,
      });
    }
  });
  const nothing = await check(FIXTURE_SITE, "--accept");
  expect(nothing.code).toBe(1);
  expect(nothing.stderr).toContain("Di' quali traduzioni accettare");
});

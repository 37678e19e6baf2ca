import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import {
  CONTACTS,
  FIXTURE_SITE,
  PRIVACY,
  replace,
  SERVICE,
  SITE,
  withSite,
} from "../../support/fixture-site.ts";

const TASK = resolve(import.meta.dirname, "../../../src/tasks/check-content.ts");

/** Runs the task as `npm run check:content` does. */
function checkContent(
  site: string,
  changes: Record<string, string> = {},
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const env = { ...process.env, SITE_DIR: site, GITHUB_ACTIONS: "", ...changes };
    execFile(process.execPath, [TASK], { env }, (error, stdout, stderr) => {
      done({ code: error ? error.code : 0, stdout, stderr });
    });
  });
}

test("content without mistakes ends well and says how many pages there are", async () => {
  expect(await checkContent(FIXTURE_SITE)).toEqual({
    code: 0,
    stdout: "Contenuti a posto: 13 pagine controllate.\n",
    stderr: "",
  });
});

test("every mistake is a line of its own on standard error, and the exit code is 1", async () => {
  const edits = {
    [CONTACTS]: replace('"9:00"', '"25:00"'),
    [PRIVACY]: replace("title: Privacy", "title: a: b"),
  };
  await withSite(edits, async (folder) => {
    const { code, stdout, stderr } = await checkContent(folder);
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr.trimEnd().split("\n")).toEqual([
      `${folder}/${CONTACTS}:8: «opens»: ci vuole un orario da 0:00 a 23:59, nella forma 9:00; qui c'è «25:00»`,
      `${folder}/${PRIVACY}:3: YAML non valido: ci vogliono le virgolette doppie attorno a un valore che contiene i due punti; qui mancano`,
      "2 errori, 0 avvisi.",
    ]);
  });
});

test("a warning is marked as such and does not fail", async () => {
  await withSite({ [SITE]: replace("https://aiuto.internal", "https://aiuto.example") }, async (folder) => {
    const { code, stderr } = await checkContent(folder);
    expect(code).toBe(0);
    expect(stderr).toBe(
      `${folder}/${SITE}:2: avviso: prima di pubblicare ci vuole l'indirizzo vero del sito; qui c'è «https://aiuto.example»\n0 errori, 1 avviso.\n`,
    );
  });
});

test("on GitHub Actions each mistake and warning is noted beside its line too", async () => {
  const edits = {
    [CONTACTS]: replace('"9:00"', '"25:00"'),
    [SITE]: replace("https://aiuto.internal", "https://aiuto.example"),
  };
  await withSite(edits, async (folder) => {
    const { code, stdout, stderr } = await checkContent(folder, { GITHUB_ACTIONS: "true" });
    expect(code).toBe(1);
    expect(stdout.trimEnd().split("\n")).toEqual([
      `::error file=${folder}/${CONTACTS},line=8::«opens»: ci vuole un orario da 0:00 a 23:59, nella forma 9:00; qui c'è «25:00»`,
      `::warning file=${folder}/${SITE},line=2::prima di pubblicare ci vuole l'indirizzo vero del sito; qui c'è «https://aiuto.example»`,
    ]);
    expect(stderr).toMatch(/\n1 errore, 1 avviso\.\n$/);
  });
});

test("errors come first, then warnings, then how many there are of each", async () => {
  const edits = {
    [SERVICE]: replace("## Cosa serve", "## Cosa server"),
    [PRIVACY]: replace("Nessuno.", "Puoi usufruire del servizio."),
  };
  await withSite(edits, async (folder) => {
    const { code, stderr } = await checkContent(folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^\S+:28: voce sconosciuta: .+\n\S+:10: avviso: parola da ufficio, «usufruire»: .+\n1 errore, 1 avviso\.\n$/,
    );
  });
});

test("a text that is too hard fails", async () => {
  const hard =
    "La presentazione dell'istanza presuppone l'autocertificazione della documentazione amministrativa.";
  await withSite({ [PRIVACY]: replace("Nessuno.", hard) }, async (folder) => {
    const { code, stdout, stderr } = await checkContent(folder);
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(
      `${folder}/${PRIVACY}:8: sezione difficile, «Quali dati»: ci vuole un indice Gulpease`,
    );
  });
});

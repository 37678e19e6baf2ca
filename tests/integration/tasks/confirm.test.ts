import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { CONTACTS, type Edits, replace, withSite } from "../../support/fixture-site.ts";

const TASK = resolve(import.meta.dirname, "../../../src/tasks/confirm.ts");
const CHECK = resolve(import.meta.dirname, "../../../src/tasks/check-content.ts");

/** Half past midnight in Italy, when it is still the day before in UTC. */
const NIGHT = "2026-11-30T00:30+01:00";

interface Run {
  code: unknown;
  stdout: string;
  stderr: string;
}

/** Runs a task as npm does. Files are relative to the site's folder. */
function run(task: string, site: string, ...args: string[]): Promise<Run> {
  return new Promise((done) => {
    const env = { ...process.env, SITE_DIR: site, SITE_TODAY: NIGHT, GITHUB_ACTIONS: "" };
    execFile(process.execPath, [task, ...args], { env }, (error, stdout, stderr) => {
      const short = (text: string): string => text.replaceAll(`${site}/`, "");
      done({ code: error ? error.code : 0, stdout: short(stdout), stderr: short(stderr) });
    });
  });
}

/** Confirms a contact of the fixture site after some edits, and reads its file before and after. */
function confirming(edits: Edits, ...args: string[]): Promise<Run & { before: string; after: string }> {
  return withSite(edits, async (folder) => {
    const contact = (): Promise<string> => readFile(join(folder, CONTACTS), "utf8");
    const before = await contact();
    const result = await run(TASK, folder, ...args);
    return { ...result, before, after: await contact() };
  });
}

const OLD = {
  [CONTACTS]: replace('"timeZone"', '"checked": {"by":"Ufficio","on":"2026-01-02"}, "timeZone"'),
};

describe("confirming a contact", () => {
  test("writes the day that it is in Italy, nothing else, and says what to commit", async () => {
    const { before, after, ...result } = await confirming(OLD, "sportello");
    expect(result).toEqual({
      code: 0,
      stdout: `${CONTACTS}: confermato il 2026-11-30 da «Ufficio». Vale fino al 2027-05-30.
Adesso salva questo file con Git, senza altre modifiche:

  git commit --message "Conferma il contatto sportello" -- "${CONTACTS}"
`,
      stderr: "",
    });
    expect(after).toBe(before.replace("2026-01-02", "2026-11-30"));
  });

  test("ends the warning that it is due", async () => {
    await withSite(OLD, async (folder) => {
      expect((await run(CHECK, folder)).stderr).toContain(
        `${CONTACTS}:5: avviso: contatto da ricontrollare: ci vuole una conferma di «Ufficio» ogni 6 mesi`,
      );
      await run(TASK, folder, "sportello");
      expect(await run(CHECK, folder)).toMatchObject({ code: 0, stderr: "" });
    });
  });

  test("a second time on a day changes nothing", async () => {
    await withSite(OLD, async (folder) => {
      await run(TASK, folder, "sportello");
      expect(await run(TASK, folder, "sportello")).toEqual({
        code: 0,
        stdout: `${CONTACTS}: è già confermato oggi, non cambio niente.\n`,
        stderr: "",
      });
    });
  });

  test("for the first time asks which office knows", async () => {
    const { code, stderr, before, after } = await confirming({}, "sportello");
    expect({ code, after }).toEqual({ code: 1, after: before });
    expect(stderr).toContain(`${CONTACTS} non dice ancora chi conosce questi dati.`);
    expect(stderr).toContain('npm run confirm -- CONTATTO --by "UFFICIO"');
  });

  test("with an office writes it, and every other character stays", async () => {
    const first = await confirming({}, "sportello", "--by", 'Ufficio "Casa"');
    expect(first.code).toBe(0);
    expect(first.after).toBe(
      first.before.replace(
        /\n\}\n$/,
        `,\n  "checked": {\n    "on": "2026-11-30",\n    "by": "Ufficio \\"Casa\\""\n  }\n}\n`,
      ),
    );
    const other = await confirming(OLD, "sportello", "--by", "Altro ufficio");
    expect(other.after).toBe(
      other.before.replace('"Ufficio","on":"2026-01-02"', '"Altro ufficio","on":"2026-11-30"'),
    );
  });
});

describe("what cannot be confirmed is left as it is", () => {
  test("an unknown contact, with the known ones", async () => {
    const { code, stderr, before, after } = await confirming(OLD, "sportelo");
    expect({ code, after }).toEqual({ code: 1, after: before });
    expect(stderr).toBe(
      "contatto sconosciuto: ci vuole «sportello»; qui c'è «sportelo»; forse volevi «sportello»?\n",
    );
  });

  test.each([
    ['"9:00"', '"25:00"', "8: «opens»: ci vuole un orario"],
    ['"name"', "name", "2: JSON non valido: "],
  ])("a contact with a mistake, with its line: %s", async (right, wrong, message) => {
    const edits = { [CONTACTS]: (source: string) => replace(right, wrong)(OLD[CONTACTS](source)) };
    const { code, stderr, before, after } = await confirming(edits, "sportello");
    expect({ code, after }).toEqual({ code: 1, after: before });
    expect(stderr).toContain(`${CONTACTS}:${message}`);
  });

  test("by an office without a name", async () => {
    const { code, stderr, before, after } = await confirming(OLD, "sportello", "--by", " ");
    expect({ code, after }).toEqual({ code: 1, after: before });
    expect(stderr).toContain(`${CONTACTS}:5: «by»: ci vuole un testo non vuoto; qui c'è un testo vuoto`);
  });

  test.each([[[]], [["sportello", "altro"]], [["sportello", "--da", "Ufficio"]]])(
    "arguments that mean nothing: %j",
    async (args) => {
      const { code, stderr, before, after } = await confirming(OLD, ...args);
      expect({ code, after }).toEqual({ code: 1, after: before });
      expect(stderr).toContain("npm run confirm -- CONTATTO");
    },
  );
});

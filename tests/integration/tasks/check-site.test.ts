import { execFile } from "node:child_process";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { bilingual } from "../../support/bilingual-site.ts";
import { type Edits, withSite } from "../../support/fixture-site.ts";
import { OFFICE_EDITS, type OfficeEdit } from "./office-edits.ts";
import { OFFICE_SLIPS } from "./office-slips.ts";

// The whole gate opens every page in a browser: on a busy machine that takes minutes. Only what hangs is stopped.
vi.setConfig({ testTimeout: 900_000 });

/** Puts a small site in two languages through the gate, as `npm run check:site` does, after some edits. */
function gate({
  edits = [],
  slips = {},
  flags = [],
}: {
  edits?: OfficeEdit[];
  slips?: Edits;
  flags?: string[];
}): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return withSite(bilingual(slips), async (folder) => {
    for (const edit of edits) await edit(folder);
    const env = { ...process.env, SITE_DIR: folder, OUTPUT_DIR: join(folder, "built"), GITHUB_ACTIONS: "" };
    return new Promise((done) => {
      execFile(process.execPath, ["src/tasks/check-site.ts", ...flags], { env }, (error, stdout, stderr) => {
        done({ code: error ? error.code : 0, stdout, stderr: stderr.replaceAll(`${folder}/`, "") });
      });
    });
  });
}

/** What is not only a warning. */
function errors(stderr: string): string[] {
  return stderr.split("\n").filter((line) => /^\S+:\d+: (?!avviso:)/.test(line));
}

// Without a browser, which takes most of the time and judges what no text can break by itself: all edits together meet it.
it.each(Object.entries(OFFICE_EDITS))("%s passes the gate", async (_, edit) => {
  const { code, stdout, stderr } = await gate({ edits: [edit], flags: ["--no-browser"] });
  expect(errors(stderr)).toEqual([]);
  expect(stdout).toContain("Sito a posto");
  expect(code).toBe(0);
});

it("all these edits together pass the whole gate, which says how far it has come", async () => {
  const { code, stdout, stderr } = await gate({ edits: Object.values(OFFICE_EDITS) });
  expect(stderr).toBe("");
  const [pages] = /\d+(?= pagine provate)/.exec(stdout) ?? [];
  expect(stdout).toContain(`Pagine nel browser: ${pages} di ${pages}\n`);
  expect(stdout).toMatch(/Modulo del parere: (\d+) di \1\n/);
  expect(code).toBe(0);
});

it.each(OFFICE_SLIPS)("$name stops the gate at its line", async ({ edits, at }) => {
  const { code, stderr } = await gate({ slips: edits });
  expect(errors(stderr).map((line) => line.split(": ")[0])).toEqual(at);
  expect(code).toBe(1);
});

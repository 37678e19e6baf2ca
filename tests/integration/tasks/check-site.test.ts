import { execFile } from "node:child_process";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { checkedSite } from "../../../src/config/build.ts";
import { loadSite } from "../../../src/content-model/load-site.ts";
import { formatProblem } from "../../../src/content-model/problems/problem.ts";
import { siteDirs } from "../../../src/content-model/reading/site-dirs.ts";
import { readBuiltSite } from "../../../src/site-checks/built-site.ts";
import { FILE_CHECKS } from "../../../src/site-checks/file-checks.ts";
import { buildPages } from "../../../src/tasks/build-site.ts";
import { contentReport } from "../../../src/tasks/content-report.ts";
import { bilingual } from "../../support/bilingual-site.ts";
import { type Edits, loadAfter, withSite } from "../../support/fixture-site.ts";
import { OFFICE_EDITS, type OfficeEdit } from "./office-edits.ts";
import { OFFICE_SLIPS } from "./office-slips.ts";

/**
 * Runs the gate on a small site in two languages after some edits, as `npm run check:site` does.
 */
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

/**
 * The gate's findings in the files of a small site in two languages after an edit, all in this
 * process.
 */
function filesAfter(edit: OfficeEdit): Promise<string[]> {
  return withSite(bilingual({}), async (folder) => {
    await edit(folder);
    const loaded = await loadSite({ ...siteDirs({ SITE_DIR: folder }), root: folder });
    const { problems } = await contentReport(loaded);
    const site = checkedSite(loaded);
    if (problems.length > 0 || !site) return problems.map(formatProblem);
    const output = join(folder, "built");
    await buildPages(site, folder, (draft) => rename(draft, output), { feedbackUrl: undefined });
    const built = await readBuiltSite(output, site);
    const findings = await Promise.all(FILE_CHECKS.map(async (check) => await check(built)));
    return findings.flat().map(({ path, message }) => `${path}: ${message}`);
  });
}

// These tests use no browser, because its checks concern what no text alone can break. A browser
// checks all edits together below.
it.each(Object.entries(OFFICE_EDITS))("%s passes the gate", async (_, edit) => {
  expect(await filesAfter(edit)).toEqual([]);
});

it("all these edits together pass the whole gate, which says how far it has come", async () => {
  const { code, stdout, stderr } = await gate({ edits: Object.values(OFFICE_EDITS) });
  // Eleventy reports slow steps on a busy machine.
  expect(stderr.replaceAll(/^\[11ty\] Benchmark.*\n/gm, "")).toBe("");
  const [pages] = /\d+(?= pagine provate)/.exec(stdout) ?? [];
  expect(stdout).toMatch(new RegExp(`^Pagine nel browser: ${pages} di ${pages}, [\\d,]+ s$`, "m"));
  expect(stdout).toMatch(/^Modulo del parere: (\d+) di \1, [\d,]+ s$/m);
  expect(code).toBe(0);
});

it("a quiet first look needs no browser, and says only what it found and did not try", async () => {
  const { code, stdout } = await gate({ flags: ["--no-browser", "--quiet"] });
  expect(stdout.trimEnd().split("\n")).toEqual([
    expect.stringMatching(/^Contenuti a posto: /),
    "Nel browser non è stato provato niente.",
    expect.stringMatching(/^Sito a posto: /),
  ]);
  expect(code).toBe(0);
});

it.each(OFFICE_SLIPS)("$name is reported at its line", async ({ edits, at }) => {
  const { problems } = await contentReport(await loadAfter(bilingual(edits)));
  expect(problems.map(({ file, line }) => `${file}:${line}`)).toEqual(at);
});

it("a slip stops the gate", async () => {
  const [{ edits, at } = { edits: {}, at: [""] }] = OFFICE_SLIPS;
  const { code, stdout, stderr } = await gate({ slips: edits });
  expect(stderr).toContain(`${at.join()}: `);
  expect(stdout).not.toContain("Sito a posto");
  expect(code).toBe(1);
});

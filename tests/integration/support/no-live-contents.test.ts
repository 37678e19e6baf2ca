import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cp, readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { loadSite } from "../../../src/content-model/load-site.ts";
import { siteDirs } from "../../../src/content-model/reading/site-dirs.ts";
import { FLAGSHIP } from "../../support/flagship.ts";

const REFUSED = /A test reads the live contents/;

it("no test reads pages and facts of the live site", async () => {
  expect(() => readFileSync("src/content/it/index.md")).toThrow(REFUSED);
  expect(() => readFileSync(new URL("../../../_data/site.json", import.meta.url))).toThrow(REFUSED);
  await expect(async () => readFile("_data/vocabulary/en.json")).rejects.toThrow(REFUSED);
  await expect(async () => cp("src/content", "/tmp/nowhere", { recursive: true })).rejects.toThrow(REFUSED);
  await expect(loadSite(siteDirs({}))).rejects.toThrow(REFUSED);
});

it("tests read what every site falls back to", () => {
  expect(readFileSync("_data/i18n/it.json", "utf8")).toContain("skip.content");
});

it("programs that a test starts work on a frozen site unless it names another", () => {
  const script =
    "import { siteDirs } from './src/content-model/reading/site-dirs.ts'; console.log(siteDirs(process.env).content)";
  const shown = execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  expect(shown.trim().endsWith(`${FLAGSHIP}/content`)).toBe(true);
});

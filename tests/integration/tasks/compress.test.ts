import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "compress-"));
});
afterAll(() => rm(folder, { recursive: true }));

function compress() {
  const env = { ...process.env, OUTPUT_DIR: folder };
  return spawnSync(process.execPath, ["src/tasks/compress.ts"], { env, encoding: "utf8" });
}

test("without a built site the operator is told what to do", () => {
  const { status, stdout, stderr } = compress();
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toBe(`There is no built site in ${folder}. Run npm run build first, or set OUTPUT_DIR.\n`);
});

test("a built site gets compressed copies beside its files", async () => {
  await writeFile(join(folder, "index.html"), "<p>Sì</p>".repeat(100));
  const { status, stdout, stderr } = compress();
  expect([status, stdout, stderr]).toEqual([0, `1 files in ${folder} have compressed copies.\n`, ""]);
  expect(["index.html.br", "index.html.gz"].map((name) => existsSync(join(folder, name)))).toEqual([
    true,
    true,
  ]);
});

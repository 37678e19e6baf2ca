import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "../../../src/feedback/store/open-database.ts";
import { putEmptyDatabase } from "../../support/empty-database.ts";
import { writeBuiltSite } from "../../support/feedback.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "demo-"));
  await writeBuiltSite(join(folder, "_site"));
  await putEmptyDatabase(join(folder, ".demo"));
});
afterAll(() => rm(folder, { recursive: true }));

function demo(): Promise<{ code: unknown; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(process.cwd(), "src/tasks/demo.ts")],
      { cwd: folder, env: { ...process.env, OUTPUT_DIR: "_site" } },
      (error, _out, err) => {
        resolve({ code: error?.code ?? 0, err });
      },
    );
  });
}

it("the demo is made anew, but not under a server that shows it", async () => {
  const server = await openDatabase({ DATA_DIR: join(folder, ".demo") });
  const refused = await demo();
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("in use by another process")]);
  expect(await server.query("SELECT id FROM feedback", [])).toEqual([]);
  await server.close();

  expect((await demo()).code).toBe(0);
  const made = await openDatabase({ DATA_DIR: join(folder, ".demo") });
  expect(await made.query("SELECT id FROM feedback LIMIT 1", [])).toHaveLength(1);
  await made.close();
});

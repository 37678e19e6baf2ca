import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEmbeddedDatabase } from "../../../src/feedback/store/pglite-driver.ts";

const TASK = resolve(import.meta.dirname, "../../../src/tasks/migrate.ts");

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "migrate-"));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

function migrate(
  changes: Record<string, string>,
): Promise<{ code: unknown; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const env = { ...process.env, DATA_DIR: directory, DATABASE_URL: "", NODE_ENV: "test", ...changes };
    execFile(process.execPath, [TASK], { env }, (error, stdout, stderr) => {
      done({ code: error ? error.code : 0, stdout, stderr });
    });
  });
}

test("an empty database gets its tables", async () => {
  expect(await migrate({})).toEqual({ code: 0, stdout: "The tables are up to date.\n", stderr: "" });
  const database = await openEmbeddedDatabase(directory);
  try {
    expect(await database.query("SELECT count(*)::int AS posts FROM feedback", [])).toEqual([{ posts: 0 }]);
  } finally {
    await database.close();
  }
});

test("an example's password is refused in production, before anything is asked of the database", async () => {
  const DATABASE_URL = "postgres://owner:change-me@127.0.0.1:1/none";
  const { code, stdout, stderr } = await migrate({ NODE_ENV: "production", DATABASE_URL });
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(
    /^NODE_ENV is production and the password in DATABASE_URL comes from an example\. .+\n$/,
  );
});

test("a missing database is reported in words, with exit code 1", async () => {
  const { code, stdout, stderr } = await migrate({ DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" });
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^The database at DATABASE_URL could not be opened \(ECONNREFUSED\)\. .+\n$/);
});

import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../../../src/feedback/store/open-database.ts";
import type { OpenedDatabase } from "../../../../src/feedback/store/open-database.ts";
import { createFeedbackStore } from "../../../../src/feedback/store/store.ts";
import type { MaskedPost } from "../../../../src/feedback/store/store.ts";
import { jsonPost } from "../../../support/feedback.ts";
import { findPostgres, WITHOUT_POSTGRES } from "../../../support/postgres-installation.ts";
import { startPostgres } from "../../../support/postgres.ts";

/** Long enough for the steps of docs/operations.md, which the tests carry out. */
const TIMEOUT_MS = 120_000;
const run = promisify(execFile);

const maskedPost = (changes: Record<string, unknown>) =>
  ({ answer: null, comment: null, ...jsonPost(changes) }) as unknown as MaskedPost;

async function storePosts(database: OpenedDatabase): Promise<void> {
  const store = createFeedbackStore(database);
  for (const comment of ["Tutto chiaro: è così", "Due\nrighe\te un tab \\ e 'apici' 😀", null])
    await store.save(maskedPost({ comment, answer: "clear" }));
  await store.save(maskedPost({ rating: 1, comment: "Sospetto" }), "honeypot");
}

/** The commands of docs/operations.md that make a dump, and that copy the rows that are missing. */
const DUMP = /^.*pg_dump.*OWNER_URL.*$/m;
const COPY_MISSING = /^ *pg_dump.*COPY_URL.*\n.*OWNER_URL.*$/m;

async function documented(command: RegExp): Promise<string> {
  const [found = ""] = command.exec(await readFile("docs/operations.md", "utf8")) ?? [];
  return found;
}

/** All rows of the project's tables as text, in a fixed order. */
async function rowsOf(database: OpenedDatabase): Promise<unknown> {
  const tables = ["feedback", "feedback_suspect", "feedback_migrations"];
  return Promise.all(
    tables.map((table) => database.query(`SELECT t::text FROM ${table} AS t ORDER BY 1`, [])),
  );
}

const installation = findPostgres();
const skipped = installation ? "" : ` ${WITHOUT_POSTGRES}`;

describe.skipIf(!installation)(`PostgreSQL, after its disk was lost,${skipped}`, () => {
  it(
    "has the same rows again from a dump, and takes posts with the grants of the server's role",
    async () => {
      if (!installation) return;
      const folder = await mkdtemp(join(tmpdir(), "backup-"));
      const program = (name: string) => join(installation.binDirectory, name);

      const lost = await startPostgres(installation);
      const url = await lost.createDatabase("segretariato");
      const before = await openDatabase({ DATABASE_URL: url });
      await storePosts(before);
      const rows = await rowsOf(before);
      const path = `${installation.binDirectory}:${process.env["PATH"] ?? ""}`;
      const env = { PATH: path, OWNER_URL: url };
      await run("sh", ["-c", await documented(DUMP)], { cwd: folder, env });
      const [name = ""] = await readdir(folder);
      const dump = join(folder, name);
      // Others may not read what citizens wrote.
      expect((await stat(dump)).mode & 0o777).toBe(0o600);
      await before.close();
      lost.remove();

      const found = await startPostgres(installation);
      const newUrl = await found.createDatabase("segretariato");
      await found.query("CREATE ROLE feedback_writer NOLOGIN; CREATE ROLE feedback_reader NOLOGIN");
      await run(program("psql"), [
        "--quiet",
        "--set=ON_ERROR_STOP=1",
        "--single-transaction",
        `--file=${dump}`,
        newUrl,
      ]);
      const after = await openDatabase({ DATABASE_URL: newUrl });
      expect(await rowsOf(after)).toEqual(rows);
      await after.close();

      await found.query("CREATE ROLE website LOGIN IN ROLE feedback_writer");
      const website = await openDatabase({ DATABASE_URL: newUrl.replace("//postgres@", "//website@") });
      expect(await createFeedbackStore(website).save(maskedPost({ comment: "Dopo" }))).toMatchObject({
        outcome: "created",
      });
      await expect(website.query("SELECT comment FROM feedback", [])).rejects.toThrow("permission denied");
      await website.close();
      found.remove();
      await rm(folder, { recursive: true });
    },
    TIMEOUT_MS,
  );
});

describe.skipIf(!installation)(`PostgreSQL, after rows were deleted by mistake,${skipped}`, () => {
  it(
    "has them again from a backup, and keeps as they are those that came later or were completed",
    async () => {
      if (!installation) return;
      const cluster = await startPostgres(installation);
      const url = await cluster.createDatabase("segretariato");
      const database = await openDatabase({ DATABASE_URL: url });
      await storePosts(database);
      const rows = (await database.query("SELECT t::text FROM feedback AS t", [])).length;
      await cluster.query("CREATE DATABASE segretariato_copy TEMPLATE template0");
      const copyUrl = url.replace("/segretariato", "/segretariato_copy");
      const path = `${installation.binDirectory}:${process.env["PATH"] ?? ""}`;
      const env = { PATH: path, OWNER_URL: url, COPY_URL: copyUrl };
      await run("sh", ["-c", 'pg_dump --no-owner "$OWNER_URL" | psql --quiet "$COPY_URL"'], { env });

      await database.query("DELETE FROM feedback WHERE comment IS NOT NULL", []);
      await database.query("UPDATE feedback SET lang = 'en'", []);
      await createFeedbackStore(database).save(maskedPost({ comment: "Dopo" }));
      await run("sh", ["-c", await documented(COPY_MISSING)], { env });
      expect(await database.query("SELECT lang FROM feedback WHERE comment IS NULL", [])).toEqual([
        { lang: "en" },
      ]);
      expect(await database.query("SELECT id FROM feedback", [])).toHaveLength(rows + 1);
      await database.close();
      cluster.remove();
    },
    TIMEOUT_MS,
  );
});

describe("the embedded database, after its folder was lost,", () => {
  it(
    "has the same rows again from a copy that was made while the server stood",
    async () => {
      const folder = await mkdtemp(join(tmpdir(), "backup-"));
      const data = join(folder, "data");
      const before = await openDatabase({ DATA_DIR: data });
      await storePosts(before);
      const rows = await rowsOf(before);
      await before.close();

      await cp(data, join(folder, "copy"), { recursive: true });
      await rm(data, { recursive: true });
      await cp(join(folder, "copy"), data, { recursive: true });
      const after = await openDatabase({ DATA_DIR: data });
      expect(await rowsOf(after)).toEqual(rows);
      expect(await createFeedbackStore(after).save(maskedPost({ comment: "Dopo" }))).toMatchObject({
        outcome: "created",
      });
      await after.close();
      await rm(folder, { recursive: true });
    },
    TIMEOUT_MS,
  );
});

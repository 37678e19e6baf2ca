import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyMigrations, MIGRATIONS_DIR, readMigrations } from "../../../../src/feedback/store/migrate.ts";
import { createPgliteDriver } from "../../../../src/feedback/store/pglite-driver.ts";
import { OperatorError } from "../../../../src/shared/operator-error.ts";

let engine: PGlite;
const connection = () => createPgliteDriver(engine);

beforeAll(async () => {
  engine = await PGlite.create();
});
beforeEach(() => engine.exec("DROP SCHEMA public CASCADE; CREATE SCHEMA public;"));
afterAll(() => engine.close());

const FIRST = { name: "1_first", sql: "CREATE TABLE first (id int); INSERT INTO first VALUES (1);" };
const SECOND = { name: "2_second", sql: "ALTER TABLE first ADD COLUMN note text;" };

describe("reading a folder of migrations", () => {
  it("orders them by number, and takes what the platform takes", async () => {
    const directory = await mkdtemp(join(tmpdir(), "migrations-"));
    for (const name of ["10_c.sql", "9_b.sql", "0001_a.sql", "README.md", "draft.sql"]) {
      await writeFile(join(directory, name), `-- ${name}`);
    }
    const migrations = await readMigrations(directory);
    await rm(directory, { recursive: true });
    expect(migrations.map(({ name }) => name)).toEqual(["0001_a", "9_b", "10_c"]);
    expect(migrations[0]?.sql).toBe("-- 0001_a.sql");
  });

  it("finds numbers that are used once in the project's own", async () => {
    const numbers = (await readMigrations(MIGRATIONS_DIR)).map(({ name }) => Number.parseInt(name, 10));
    expect(numbers.length).toBeGreaterThan(0);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe("applying migrations", () => {
  it("applies each one once", async () => {
    expect(await applyMigrations(connection(), [FIRST])).toEqual(["1_first"]);
    expect(await applyMigrations(connection(), [FIRST, SECOND])).toEqual(["2_second"]);
    expect(await applyMigrations(connection(), [FIRST, SECOND])).toEqual([]);
    expect(await connection().query("SELECT * FROM first", [])).toEqual([{ id: 1, note: null }]);
  });

  it("leaves nothing behind when one fails", async () => {
    const broken = { name: "2_broken", sql: "CREATE TABLE half (id int); SELECT * FROM missing;" };
    await expect(applyMigrations(connection(), [FIRST, broken])).rejects.toThrow("missing");
    expect(
      await connection().query("SELECT to_regclass('first') AS first, to_regclass('half') AS half", []),
    ).toEqual([{ first: null, half: null }]);
    expect(await applyMigrations(connection(), [FIRST])).toEqual(["1_first"]);
  });

  it("says which table an old row breaks one in, and what to do, but not the row", async () => {
    await applyMigrations(connection(), [FIRST]);
    const strict = { name: "2_strict", sql: "ALTER TABLE first ADD CONSTRAINT large CHECK (id > 7531);" };
    const applied = applyMigrations(connection(), [FIRST, strict]);
    await expect(applied).rejects.toBeInstanceOf(OperatorError);
    await expect(applied).rejects.toThrow(/2_strict .* table first breaks the constraint large .*again\.$/);
    await connection().query("INSERT INTO first VALUES (2)", []);
  });

  it("takes no lock, and begins no transaction, when nothing is pending", async () => {
    await applyMigrations(connection(), [FIRST]);
    const statements: string[] = [];
    const inner = connection();
    const readOnly = {
      query: (sql: string, params: readonly unknown[]) => {
        statements.push(sql);
        return inner.query(sql, params);
      },
      execute: (script: string) => Promise.reject(new Error(`Not to be executed: ${script}`)),
    };
    expect(await applyMigrations(readOnly, [FIRST])).toEqual([]);
    expect(statements.filter((sql) => !/^SELECT (?:to_regclass|name FROM)/.test(sql))).toEqual([]);
  });

  it("dates the words of pages by the posts that there are, and of one day takes the last", async () => {
    const [before, after] = [(await readMigrations()).slice(0, 5), (await readMigrations()).slice(5)];
    await applyMigrations(connection(), before);
    await engine.exec(
      `INSERT INTO feedback (id, page, lang, rating, form_version, page_revision, created_at)
       SELECT overlay(gen_random_uuid()::text PLACING '4' FROM 15 FOR 1)::uuid, '/', 'it', 5, '01234567', revision, time
       FROM (VALUES ('bbbbbbbbbbbb', '2026-10-10T08:00Z'::timestamptz), ('aaaaaaaaaaaa', '2026-10-10T18:00Z'),
         ('cccccccccccc', '2026-10-10T20:00Z'), ('cccccccccccc', '2026-10-12T20:00Z')) AS said (revision, time)`,
    );
    await applyMigrations(connection(), after);
    expect(
      await connection().query("SELECT revision, first_day::text AS day FROM feedback_revision", []),
    ).toEqual([{ revision: "cccccccccccc", day: "2026-10-10" }]);
  });

  it("builds the project's tables", async () => {
    await applyMigrations(connection(), await readMigrations());
    expect(
      await connection().query("SELECT id FROM feedback UNION ALL SELECT id FROM feedback_suspect", []),
    ).toEqual([]);
  });
});

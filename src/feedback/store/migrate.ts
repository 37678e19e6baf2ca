import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MigrationConnection } from "./sql-driver.ts";

/** A migration: `name` is its file name without `.sql`, `sql` its statements. */
export interface Migration {
  name: string;
  sql: string;
}

export const MIGRATIONS_DIR = fileURLToPath(new URL("../migrations/", import.meta.url));

/** The names that the managed platform accepts too, so that one folder serves every database. */
const FILE_NAME = /^(\d+_.+)\.sql$/;

/** Any number, as long as it is always the same: processes that start together take turns on it. */
const ADVISORY_LOCK = 7_265_501_832;

/**
 * Reads the migrations of a folder, in the order of their numbers.
 * @see https://docs.netlify.com/build/data-and-storage/netlify-database/migrations/
 */
export async function readMigrations(directory: string = MIGRATIONS_DIR): Promise<Migration[]> {
  const names = (await readdir(directory)).flatMap((file) => FILE_NAME.exec(file)?.[1] ?? []);
  names.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  return Promise.all(
    names.map(async (name) => ({ name, sql: await readFile(join(directory, `${name}.sql`), "utf8") })),
  );
}

/**
 * Applies the migrations that are not recorded yet, all of them or none, in one transaction that holds an
 * advisory lock: of two processes that start at once the second waits, then finds nothing to do. When nothing
 * is pending it only reads: a role that may not create tables passes, and so does a database that has no
 * advisory locks (docs/operations.md).
 * @returns the names of the migrations that were applied
 */
export async function applyMigrations(
  connection: MigrationConnection,
  migrations: readonly Migration[],
): Promise<string[]> {
  if ((await pendingOf(connection, migrations)).length === 0) return [];
  await connection.execute("BEGIN");
  try {
    await connection.query("SELECT pg_advisory_xact_lock($1::bigint)", [ADVISORY_LOCK]);
    await connection.execute(
      "CREATE TABLE IF NOT EXISTS feedback_migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())",
    );
    const pending = await pendingOf(connection, migrations);
    for (const { name, sql } of pending) {
      await connection.execute(sql);
      await connection.query("INSERT INTO feedback_migrations (name) VALUES ($1)", [name]);
    }
    await connection.execute("COMMIT");
    return pending.map(({ name }) => name);
  } catch (error) {
    await connection.execute("ROLLBACK");
    throw error;
  }
}

async function pendingOf(
  connection: MigrationConnection,
  migrations: readonly Migration[],
): Promise<Migration[]> {
  const [found] = await connection.query(
    "SELECT to_regclass('feedback_migrations') IS NOT NULL AS exists",
    [],
  );
  if (found?.["exists"] !== true) return [...migrations];
  const rows = await connection.query("SELECT name FROM feedback_migrations", []);
  const recorded = new Set(rows.map((row) => row["name"]));
  return migrations.filter(({ name }) => !recorded.has(name));
}

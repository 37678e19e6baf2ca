import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { OperatorError } from "../../shared/operator-error.ts";
import type { MigrationConnection } from "./sql-driver.ts";

/** A migration: its file name without `.sql`, and its statements. */
export interface Migration {
  name: string;
  sql: string;
}

export const MIGRATIONS_DIR = fileURLToPath(new URL("../migrations/", import.meta.url));

/** File names that the managed platform also accepts, so that one folder serves every database. */
const FILE_NAME = /^(\d+_.+)\.sql$/;

/**
 * An arbitrary number that must never change. Processes that start at the same time
 * take turns on it.
 */
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
 * Applies the migrations that are not recorded yet. They are applied all or none, in one
 * transaction that holds an advisory lock. If two processes start at once, the second waits and
 * then finds nothing to do.
 *
 * If nothing is pending, it only reads. It then also works with a role that may not create tables,
 * and on a database that has no advisory locks (docs/operations.md).
 * @returns the names of the migrations that were applied
 * @throws OperatorError if a row that is already stored breaks one of them
 */
export async function applyMigrations(
  connection: MigrationConnection,
  migrations: readonly Migration[],
): Promise<string[]> {
  if ((await pendingMigrations(connection, migrations)).length === 0) return [];
  await connection.execute("BEGIN");
  try {
    await connection.query("SELECT pg_advisory_xact_lock($1::bigint)", [ADVISORY_LOCK]);
    await connection.execute(
      "CREATE TABLE IF NOT EXISTS feedback_migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())",
    );
    const pending = await pendingMigrations(connection, migrations);
    for (const { name, sql } of pending) {
      await connection.execute(sql).catch((error: unknown) => {
        throw brokenByRow(name, error) ?? error;
      });
      await connection.query("INSERT INTO feedback_migrations (name) VALUES ($1)", [name]);
    }
    await connection.execute("COMMIT");
    return pending.map(({ name }) => name);
  } catch (error) {
    await connection.execute("ROLLBACK");
    throw error;
  }
}

/** The error for an operator whose rows do not fit a migration. It repeats no value of a row. */
function brokenByRow(migration: string, error: unknown): OperatorError | undefined {
  const { code, table, constraint } = error as Partial<Record<string, unknown>>;
  // Class 23 of PostgreSQL's codes: a constraint is violated.
  if (typeof code !== "string" || !code.startsWith("23")) return undefined;
  return new OperatorError(
    `The migration ${migration} was not applied: a row of the table ${String(table)} breaks the constraint ` +
      `${String(constraint)} (${code}). Nothing was changed, and the version before this one still works. Make a ` +
      "backup, correct or delete the rows that break it, then start again.",
    { cause: error },
  );
}

async function pendingMigrations(
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

import { PGlite } from "@electric-sql/pglite";
import { applyMigrations, readMigrations } from "../../src/feedback/store/migrate.ts";
import { createPgliteDriver } from "../../src/feedback/store/pglite-driver.ts";
import { openPostgres, withConnection } from "../../src/feedback/store/postgres-driver.ts";
import type { SqlDriver } from "../../src/feedback/store/sql-driver.ts";

const TABLES = [
  "feedback",
  "feedback_suspect",
  "feedback_revision",
  "feedback_handling",
  "feedback_day",
  "feedback_alert",
  "feedback_counted_month",
  "feedback_month",
  "feedback_month_day",
];

export interface TestDatabase extends SqlDriver {
  empty: () => Promise<void>;
  close: () => Promise<void>;
}

/**
 * Opens a migrated database: PGlite in memory, or the Postgres server of TEST_DATABASE_URL, whose
 * tables are emptied.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const database = await openEngine();
  return {
    ...database,
    empty: async () => {
      // TRUNCATE creates files, and on a busy disk that exceeds the statement timeout.
      for (const table of TABLES) await database.query(`DELETE FROM ${table}`, []);
    },
  };
}

async function openEngine(): Promise<SqlDriver & { close: () => Promise<void> }> {
  const url = process.env["TEST_DATABASE_URL"];
  const migrations = await readMigrations();
  if (url) {
    await withConnection(url, (connection) => applyMigrations(connection, migrations));
    return openPostgres(url);
  }
  const engine = await PGlite.create();
  const driver = createPgliteDriver(engine);
  await applyMigrations(driver, migrations);
  return { ...driver, close: () => engine.close() };
}

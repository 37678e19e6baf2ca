import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { PGlite } from "@electric-sql/pglite";
import { OperatorError } from "../../shared/operator-error.ts";
import type { MigrationConnection, Row } from "./sql-driver.ts";

const SQLITE_BUSY = 5;

/** The embedded database, held by this process alone until `close`. */
export interface EmbeddedDatabase extends MigrationConnection {
  close: () => Promise<void>;
}

/** Gives a PGlite engine the form that store and migrations ask for. */
export function createPgliteDriver(engine: PGlite): MigrationConnection {
  return {
    query: async (sql, params) => (await engine.query<Row>(sql, [...params])).rows,
    execute: async (script) => {
      await engine.exec(script);
    },
  };
}

/**
 * Opens the embedded Postgres in a directory. PGlite has no lock of its own and two processes on one
 * directory would lose rows in silence, hence the lock first.
 * @throws OperatorError when another process has the directory
 */
export async function openEmbeddedDatabase(directory: string): Promise<EmbeddedDatabase> {
  const unlock = lockDirectory(directory);
  try {
    const engine = await PGlite.create(join(directory, "postgres"));
    return {
      ...createPgliteDriver(engine),
      close: async () => {
        await engine.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/**
 * Takes a data directory for this process alone, creating it when absent. The lock is SQLite's exclusive
 * lock on a file beside the data: the operating system frees it even when the process is killed.
 * @returns the function that gives the directory back
 * @throws OperatorError when another process holds it
 */
function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const database = new DatabaseSync(join(directory, "lock.sqlite"), { timeout: 0 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new OperatorError(
      `The data directory ${directory} is in use by another process. ` +
        "Stop that one first, or choose another directory with DATA_DIR.",
    );
  }
  return () => {
    database.close();
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
}

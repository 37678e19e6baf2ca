import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { PGlite } from "@electric-sql/pglite";
import { OperatorError } from "../../shared/operator-error.ts";
import type { MigrationConnection, Row } from "./sql-driver.ts";

const SQLITE_BUSY = 5;

/** The embedded database. Only this process can use it until `close`. */
export interface EmbeddedDatabase extends MigrationConnection {
  close: () => Promise<void>;
}

/** Adapts a PGlite engine to the interface that the store and the migrations use. */
export function createPgliteDriver(engine: PGlite): MigrationConnection {
  return {
    query: async (sql, params) => (await engine.query<Row>(sql, [...params])).rows,
    execute: async (script) => {
      await engine.exec(script);
    },
  };
}

/**
 * Opens the embedded Postgres in a directory. PGlite has no lock of its own, and two processes on
 * one directory would silently lose rows. So the directory is locked first.
 * @throws OperatorError if another process uses the directory
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
 * Locks a data directory for this process, and creates it if it is absent. The lock is
 * SQLite's exclusive lock on a file beside the data. The operating system releases it even
 * if the process is killed.
 * @returns the function that unlocks the directory
 * @throws OperatorError if another process holds the lock
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

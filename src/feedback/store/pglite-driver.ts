import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { lockDirectory } from "./directory-lock.ts";
import type { MigrationConnection, Row } from "./sql-driver.ts";

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

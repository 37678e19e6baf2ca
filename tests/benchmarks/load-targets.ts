import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../src/feedback/store/open-database.ts";
import { openEmbeddedDatabase } from "../../src/feedback/store/pglite-driver.ts";
import { openPostgres } from "../../src/feedback/store/postgres-driver.ts";
import type { SqlDriver } from "../../src/feedback/store/sql-driver.ts";
import { findOrInstallPostgres } from "../support/postgres-installation.ts";
import { startPostgres } from "../support/postgres.ts";

/**
 * A database under load, in two copies on the same engine: one for the server and one for the bare
 * insert.
 */
export interface LoadTarget {
  name: "pglite" | "postgres";
  /** The environment that points the server to its copy. */
  environment: Readonly<Record<string, string>>;
  /** The other copy, through the server's own driver. */
  bare: SqlDriver;
  /** Counts the server's connections. Undefined when the engine has none. */
  countConnections?: () => Promise<number>;
  remove: () => Promise<void>;
}

export async function embeddedTarget(): Promise<LoadTarget> {
  const directory = await mkdtemp(join(tmpdir(), "load-"));
  const bareDirectory = join(directory, "bare");
  await createTables({ DATA_DIR: bareDirectory });
  const bare = await openEmbeddedDatabase(bareDirectory);
  return {
    name: "pglite",
    environment: { DATA_DIR: join(directory, "served") },
    bare,
    async remove() {
      await bare.close();
      await rm(directory, { recursive: true });
    },
  };
}

export async function postgresTarget(): Promise<LoadTarget> {
  const cluster = await startPostgres(findOrInstallPostgres());
  const served = await cluster.createDatabase("served");
  const bareUrl = await cluster.createDatabase("bare");
  await createTables({ DATABASE_URL: bareUrl });
  const bare = openPostgres(bareUrl);
  return {
    name: "postgres",
    environment: { DATABASE_URL: served },
    bare,
    countConnections: async () =>
      (await cluster.query("SELECT 1 FROM pg_stat_activity WHERE datname = 'served'")).length,
    async remove() {
      await bare.close();
      cluster.remove();
    },
  };
}

async function createTables(environment: { DATA_DIR: string } | { DATABASE_URL: string }): Promise<void> {
  const { close } = await openDatabase(environment);
  await close();
}

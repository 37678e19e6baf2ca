import { OperatorError } from "../../shared/operator-error.ts";
import { applyMigrations, readMigrations } from "./migrate.ts";
import { openEmbeddedDatabase } from "./pglite-driver.ts";
import { openPostgres, withConnection } from "./postgres-driver.ts";
import type { MigrationConnection, SqlDriver } from "./sql-driver.ts";

const DEFAULT_DATA_DIR = ".data";

/** The environment variables that choose the database. */
export interface DatabaseEnvironment {
  DATABASE_URL?: string | undefined;
  DATA_DIR?: string | undefined;
  NODE_ENV?: string | undefined;
  ALLOW_EMBEDDED_DATABASE?: string | undefined;
}

export interface OpenedDatabase extends SqlDriver {
  close: () => Promise<void>;
}

/**
 * Opens the database that the environment names, and applies its migrations. This is the Postgres
 * server of `DATABASE_URL`, or else the embedded database in `DATA_DIR`.
 * @throws OperatorError if it cannot be opened; the message says what to do
 */
export async function openDatabase(env: DatabaseEnvironment): Promise<OpenedDatabase> {
  if (env.DATABASE_URL) return openServer(env.DATABASE_URL);
  if (env.NODE_ENV === "production" && env.ALLOW_EMBEDDED_DATABASE !== "1") {
    throw new OperatorError(
      "NODE_ENV is production and DATABASE_URL is not set. Set DATABASE_URL to a PostgreSQL address. " +
        "The embedded database survives a killed process but not a power cut; to accept that, set ALLOW_EMBEDDED_DATABASE=1.",
    );
  }
  return openEmbedded(env.DATA_DIR ?? DEFAULT_DATA_DIR);
}

async function openEmbedded(directory: string): Promise<OpenedDatabase> {
  const database = await openEmbeddedDatabase(directory);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function openServer(connectionString: string): Promise<OpenedDatabase> {
  try {
    await withConnection(connectionString, migrate, warnOperator);
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    // The address may contain a password, and the driver's messages may contain the address.
    // So only codes are shown.
    const code = error instanceof Error && "code" in error ? String(error.code) : "no error code";
    throw new OperatorError(
      `The database at DATABASE_URL could not be opened (${code}). Check that the address is right, that the ` +
        "server is running, and that the role may create tables the first time.",
      { cause: error },
    );
  }
  return openPostgres(connectionString);
}

function warnOperator(warning: string): void {
  process.stderr.write(`${warning}\n`);
}

async function migrate(connection: MigrationConnection): Promise<void> {
  const [row] = await connection.query("SELECT current_setting('server_encoding') AS encoding", []);
  if (row?.["encoding"] !== "UTF8") {
    throw new OperatorError("The database must be encoded in UTF-8: create it with ENCODING 'UTF8'.");
  }
  await applyMigrations(connection, await readMigrations());
}

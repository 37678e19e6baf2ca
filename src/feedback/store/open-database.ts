import { OperatorError } from "../../shared/operator-error.ts";
import { applyMigrations, readMigrations } from "./migrate.ts";
import { openEmbeddedDatabase } from "./pglite-driver.ts";
import { FOR_READING, openPostgres, withConnection } from "./postgres-driver.ts";
import type { MigrationConnection, SqlDriver } from "./sql-driver.ts";

const DEFAULT_DATA_DIR = ".data";

/** The environment variables that choose the database. */
export interface DatabaseEnvironment {
  DATABASE_URL?: string | undefined;
  DATA_DIR?: string | undefined;
  NODE_ENV?: string | undefined;
  ALLOW_EMBEDDED_DATABASE?: string | undefined;
}

/** The environment variables that choose the database of those who read. */
export interface ReportDatabaseEnvironment extends DatabaseEnvironment {
  REPORT_DATABASE_URL?: string | undefined;
}

export interface OpenedDatabase extends SqlDriver {
  /** How many posts may wait for it, if fewer than usual. */
  maxPending?: number;
  close: () => Promise<void>;
}

/** The embedded database stores one post after the other. */
const MAX_PENDING_EMBEDDED = 100;

/** PostgreSQL's code for a login that may not do what it asks. */
const NO_RIGHT = "42501";

/** The database does not answer now, but may later without anybody changing a setting. */
class DatabaseDownError extends OperatorError {}

/** Node's codes for a host that is not reached, and PostgreSQL's for a server that is not ready. */
const DOWN_CODE = /^(?:E(?!RR_)[A-Z_]+|08.{3}|53.{3}|57P.{2})$/;

/** What the driver says, without a code, of a connection that came to nothing. */
const DOWN_MESSAGE = /timeout|terminated|connection error/;

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

/**
 * Opens the database for a server, which has pages to serve even if the database is down. In that
 * case every query tries again to open it, and fails until it is up.
 * @throws OperatorError if it cannot be opened for another reason; the message says what to do
 */
export async function openDatabaseWhenUp(env: DatabaseEnvironment): Promise<OpenedDatabase> {
  try {
    return await openDatabase(env);
  } catch (error) {
    if (!(error instanceof DatabaseDownError)) throw error;
    warnOperator(`${error.message} The pages are served meanwhile, and posts are answered 503.`);
    return openLater(env);
  }
}

/**
 * Opens the database for a command that reads what citizens said: with the login of
 * `REPORT_DATABASE_URL`, where those who read have one of their own.
 * @throws OperatorError as {@link openDatabase} does; DatabaseInUseError if the running server has
 * the embedded database
 */
export async function openReportDatabase(env: ReportDatabaseEnvironment): Promise<OpenedDatabase> {
  const url = reportUrl(env);
  return url ? openServer(url, FOR_READING) : openDatabase(env);
}

/**
 * Opens the same database beside the one of a server that stores posts. It connects at the first
 * query. The embedded one has no second connection.
 */
export function openReportBeside(posts: OpenedDatabase, env: ReportDatabaseEnvironment): OpenedDatabase {
  const url = reportUrl(env);
  return url
    ? openPostgres(url, FOR_READING)
    : { query: (sql, params) => posts.query(sql, params), close: () => Promise.resolve() };
}

function reportUrl(env: ReportDatabaseEnvironment): string | undefined {
  return [env.REPORT_DATABASE_URL, env.DATABASE_URL].find((url) => url !== undefined && url !== "");
}

/**
 * Runs the work of a command on the database that the environment names, without the time limits of
 * a server: nobody waits for it.
 * @throws OperatorError as {@link openDatabase} does, and if the database refuses the work
 */
export async function withDatabase<Result>(
  env: DatabaseEnvironment,
  work: (driver: SqlDriver) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(env);
  try {
    return await (env.DATABASE_URL ? withConnection(env.DATABASE_URL, work) : work(database));
  } catch (error) {
    if (error instanceof OperatorError || !(error instanceof Error)) throw error;
    if (!("code" in error || isDown(error))) throw error;
    throw new OperatorError(
      "code" in error && error.code === NO_RIGHT
        ? "The login of the database may not do this: use that of the owner of the tables (docs/feedback.md)."
        : `The database answered with an error (${codeOf(error)}). Check that it is running and has room, then try again.`,
      { cause: error },
    );
  } finally {
    await database.close();
  }
}

function openLater(env: DatabaseEnvironment): OpenedDatabase {
  let opening: Promise<OpenedDatabase> | undefined;
  const open = () =>
    (opening ??= openDatabase(env).catch((error: unknown) => {
      opening = undefined;
      throw error;
    }));
  return {
    query: async (sql, params) => (await open()).query(sql, params),
    close: async () => {
      await (await opening?.catch(() => undefined))?.close();
    },
  };
}

async function openEmbedded(directory: string): Promise<OpenedDatabase> {
  const database = await openEmbeddedDatabase(directory, migrate);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(
      `The tables of the embedded database in ${directory} could not be brought up to date (${codeOf(error)}). ` +
        "If its disk is full, make room. If it is damaged, put a backup in its place.",
      { cause: error },
    );
  }
  return { ...database, maxPending: MAX_PENDING_EMBEDDED };
}

async function openServer(connectionString: string, purpose?: typeof FOR_READING): Promise<OpenedDatabase> {
  try {
    await withConnection(connectionString, migrate, warnOperator);
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    // The address may contain a password, and the driver's messages may contain the address.
    // So only codes are shown.
    throw new (isDown(error) ? DatabaseDownError : OperatorError)(
      `The database at DATABASE_URL could not be opened (${codeOf(error)}). Check that the address is right, that the ` +
        "server is running, and that the role may create tables the first time.",
      { cause: error },
    );
  }
  return openPostgres(connectionString, purpose);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "no error code";
}

function isDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return "code" in error ? DOWN_CODE.test(String(error.code)) : DOWN_MESSAGE.test(error.message);
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

import { Client, Pool } from "pg";
import type { MigrationConnection, Row, SqlDriver } from "./sql-driver.ts";

/** A pool of connections to a Postgres server. */
export interface PostgresDatabase extends SqlDriver {
  close: () => Promise<void>;
}

const CONNECTION_TIMEOUT_MS = 1_500;

/** What a pool is for. */
interface Purpose {
  maxConnections: number;
  /** How long to wait for a connection, a new one or one that others use. */
  connectionMs: number;
  /**
   * The server gives up first, so that the connection can be used again. If a server does not
   * answer at all, its connection is closed.
   */
  statementMs: number;
  answerMs: number;
  /** More settings of a connection. */
  settings: string;
}

/**
 * For posts. The two pools have ten connections at most, which any database bears. A connection
 * that is given up after a timeout stays open on the server for a moment, beside the one that
 * replaces it. The waits for a connection and for a statement together stay below three seconds.
 */
const FOR_POSTS: Purpose = {
  maxConnections: 8,
  connectionMs: CONNECTION_TIMEOUT_MS,
  statementMs: 1_000,
  answerMs: 1_300,
  settings: "",
};

/** For the report, which may take longer, and counts a million rows in memory. */
export const FOR_READING: Purpose = {
  maxConnections: 2,
  connectionMs: 20_000,
  statementMs: 20_000,
  answerMs: 21_000,
  settings: "SET work_mem = '64MB'; SET jit = off;",
};

/**
 * Opens a pool, which connects at the first query. `connectionString` is a `postgres://` address.
 */
export function openPostgres(connectionString: string, purpose = FOR_POSTS): PostgresDatabase {
  const { maxConnections, connectionMs, statementMs, answerMs, settings } = purpose;
  const pool = new Pool({
    connectionString,
    max: maxConnections,
    connectionTimeoutMillis: connectionMs,
    query_timeout: answerMs,
    // Set after connecting, because pooling proxies refuse it as a start-up parameter. The pool
    // waits for it, although its type does not say so: https://node-postgres.com/apis/pool
    // eslint-disable-next-line @typescript-eslint/no-misused-promises
    onConnect: (client) => client.query(`SET statement_timeout = ${statementMs}; ${settings}`),
  });
  // Without a listener, an idle connection that breaks would end the process. The
  // pool replaces it by itself.
  pool.on("error", () => undefined);
  return {
    query: async (sql, params) => (await pool.query<Row>(sql, [...params])).rows,
    close: () => pool.end(),
  };
}

/**
 * Runs `work` on a connection of its own. Statements have no time limit, because
 * migrations may take long.
 * @param onWarning is called with each warning that the server sends meanwhile
 */
export async function withConnection<Result>(
  connectionString: string,
  work: (connection: MigrationConnection) => Promise<Result>,
  onWarning: (warning: string) => void = () => undefined,
): Promise<Result> {
  const client = new Client({ connectionString, connectionTimeoutMillis: CONNECTION_TIMEOUT_MS });
  client.on("notice", ({ severity, message }) => {
    if (severity === "WARNING") onWarning(message ?? "");
  });
  // Without a listener, a connection that breaks while it is idle would end the process. The next
  // statement fails.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work({
      query: async (sql, params) => (await client.query<Row>(sql, [...params])).rows,
      execute: async (script) => {
        await client.query(script);
      },
    });
  } finally {
    await client.end();
  }
}

import { once } from "node:events";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Worker } from "node:worker_threads";
import type { PGlite } from "@electric-sql/pglite";
import { OperatorError } from "../../shared/operator-error.ts";
import type { WorkerReply, WorkerRequest } from "./pglite-worker.ts";
import type { MigrationConnection, Row } from "./sql-driver.ts";

const SQLITE_BUSY = 5;

/** The id of the thread's first reply. */
export const OPENING = 0;

/** Another process, such as the server, has the embedded database. */
export class DatabaseInUseError extends OperatorError {}

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
 * Opens the embedded Postgres in a directory, and creates it if it is absent. PGlite has no lock of
 * its own, and two processes on one directory would silently lose rows. So the directory is locked
 * first.
 * @param prepare makes the tables of a new database
 * @throws OperatorError if another process uses the directory, or it cannot be used at all
 */
export async function openEmbeddedDatabase(
  directory: string,
  prepare?: (database: MigrationConnection) => Promise<void>,
): Promise<EmbeddedDatabase> {
  const unlock = lockDirectory(directory);
  const place = join(directory, "postgres");
  try {
    if (!existsSync(place)) await createDatabase(place, prepare);
    const engine = await startEngine(place);
    return {
      ...engine,
      close: async () => {
        await engine.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw new OperatorError(
      `The embedded database in ${directory} could not be opened. If its disk is full, make room. If it is read-only, ` +
        "let this account write there. If it is damaged, put a backup in its place, or move it away to begin with an " +
        "empty one.",
      { cause: error },
    );
  }
}

/**
 * Creates a database beside its place, and moves it there when it is complete. On a full disk
 * PGlite makes half of one without an error, which would stay broken when there is room again.
 */
async function createDatabase(
  place: string,
  prepare: ((database: MigrationConnection) => Promise<void>) | undefined,
): Promise<void> {
  const draft = `${place}.new`;
  rmSync(draft, { recursive: true, force: true });
  const engine = await startEngine(draft);
  try {
    await prepare?.(engine);
  } finally {
    await engine.close();
  }
  renameSync(draft, place);
}

/**
 * Starts the engine in a thread of its own. It computes without a pause, so that pages would wait
 * for posts in this thread.
 */
async function startEngine(directory: string): Promise<EmbeddedDatabase> {
  const worker = new Worker(new URL("./pglite-worker.ts", import.meta.url), {
    workerData: directory,
    // A thread refuses options of a program that was given as text.
    execArgv: [],
  });
  const waiting = new Map<number, PromiseWithResolvers<Row[]>>();
  let isOver = false;
  let lastId = OPENING;
  worker.on("message", ({ id, rows = [], error }: WorkerReply) => {
    const request = waiting.get(id);
    waiting.delete(id);
    if (error) request?.reject(Object.assign(new Error(error.message), error));
    else request?.resolve(rows);
  });
  let end: unknown = new Error("The embedded database has ended");
  worker.on("error", (error: unknown) => (end = error));
  worker.on("exit", () => {
    isOver = true;
    for (const { reject } of waiting.values()) reject(end);
    waiting.clear();
  });

  const answerTo = (id: number) => {
    const request = Promise.withResolvers<Row[]>();
    if (isOver) request.reject(end);
    else waiting.set(id, request);
    return request.promise;
  };
  const ask = (sql: string, params?: readonly unknown[]) => {
    const id = (lastId += 1);
    const answer = answerTo(id);
    worker.postMessage({ id, sql, ...(params && { params }) } satisfies WorkerRequest);
    return answer;
  };
  const close = async () => {
    if (isOver) return;
    const exit = once(worker, "exit");
    worker.postMessage("close");
    await exit;
  };
  try {
    await answerTo(OPENING);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    query: (sql, params) => ask(sql, params),
    execute: async (script) => {
      await ask(script);
    },
    close,
  };
}

/**
 * Locks a data directory for this process, and creates it if it is absent. The lock is
 * SQLite's exclusive lock on a file beside the data. The operating system releases it even
 * if the process is killed.
 * @returns the function that unlocks the directory
 * @throws OperatorError if another process holds the lock, or the directory cannot be written
 */
function lockDirectory(directory: string): () => void {
  let database: DatabaseSync | undefined;
  try {
    // What citizens wrote is for the owner of the server only.
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    database = new DatabaseSync(join(directory, "lock.sqlite"), { timeout: 0 });
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database?.close();
    if (isBusy(error)) {
      throw new DatabaseInUseError(
        `The data directory ${directory} is in use by another process. ` +
          "Stop that one first, or choose another directory with DATA_DIR.",
        { cause: error },
      );
    }
    throw new OperatorError(
      `The data directory ${directory} cannot be written. Let this account write there, make room if its disk ` +
        "is full, or choose another directory with DATA_DIR.",
      { cause: error },
    );
  }
  const lock = database;
  return () => {
    lock.close();
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
}

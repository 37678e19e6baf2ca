import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { createPgliteDriver, OPENING } from "./pglite-driver.ts";
import type { Row } from "./sql-driver.ts";

/** What the thread is asked to do. Without parameters, `sql` may be a script. */
export interface WorkerRequest {
  id: number;
  sql: string;
  params?: readonly unknown[];
}

/** What it answers, first of all to the opening. */
export interface WorkerReply {
  id: number;
  rows?: Row[];
  /** The fields of an error. A message to another thread would keep none but the usual ones. */
  error?: { message: string } & Record<string, unknown>;
}

// The thread of the embedded database. Its engine computes without a pause, and would keep the
// pages waiting in the server's own thread.
const port = parentPort;
if (port) {
  const engine = PGlite.create(workerData as string);
  const driver = engine.then(createPgliteDriver);
  const reply = (message: WorkerReply) => {
    port.postMessage(message);
  };
  const answer = (id: number, work: Promise<Row[]>) =>
    work.then(
      (rows) => {
        reply({ id, rows });
      },
      (error: unknown) => {
        reply({ id, error: fieldsOf(error) });
      },
    );
  const run = async ({ sql, params }: WorkerRequest): Promise<Row[]> => {
    if (params) return (await driver).query(sql, params);
    await (await driver).execute(sql);
    return [];
  };

  void answer(
    OPENING,
    driver.then(() => []),
  );
  port.on("message", (request: WorkerRequest | "close") => {
    if (request !== "close") void answer(request.id, run(request));
    else void engine.then((opened) => opened.close()).finally(() => process.exit());
  });
}

function fieldsOf(error: unknown): { message: string } & Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const fields = Object.entries(error).filter(([, value]) => typeof value === "string");
  return { ...Object.fromEntries(fields), message: error.message };
}

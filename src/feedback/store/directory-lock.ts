import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { OperatorError } from "../operator-error.ts";

const SQLITE_BUSY = 5;

/**
 * Takes a data directory for this process alone, creating it when absent. The lock is SQLite's exclusive
 * lock on a file beside the data: the operating system frees it even when the process is killed.
 * @returns the function that gives the directory back
 * @throws OperatorError when another process holds it
 */
export function lockDirectory(directory: string): () => void {
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

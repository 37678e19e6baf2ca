import { openDatabase } from "./open-database.ts";
import type { DatabaseEnvironment } from "./open-database.ts";
import { createFeedbackStore } from "./store.ts";
import type { FeedbackStore } from "./store.ts";

export interface OpenedStore {
  store: FeedbackStore;
  close: () => Promise<void>;
}

/**
 * Opens the store on the database that the environment names.
 * @throws OperatorError saying what to do, when it cannot be opened
 */
export async function openStore(env: DatabaseEnvironment): Promise<OpenedStore> {
  const database = await openDatabase(env);
  return { store: createFeedbackStore(database), close: database.close };
}

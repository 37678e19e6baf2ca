import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../feedback/store/open-database.ts";
import type { Row } from "../feedback/store/sql-driver.ts";
import { startServer } from "../server/start-server.ts";

/** A built site on the real server, with a temporary database. */
export interface ServedSite {
  url: string;
  /** Stops the server and returns the stored feedback rows, in no particular order. */
  stop: () => Promise<Row[]>;
}

/** Serves a built site on a free port of this machine. */
export async function serveSite(folder: string): Promise<ServedSite> {
  const database = {
    DATA_DIR: await mkdtemp(join(tmpdir(), "segretariato-sociale-")),
    ALLOW_EMBEDDED_DATABASE: "1",
  };
  const { url, stop } = await startServer({
    ...database,
    OUTPUT_DIR: folder,
    HOST: "127.0.0.1",
    PORT: "0",
    LOG_LEVEL: "silent",
    // All forms are tried from one address.
    FEEDBACK_RATE_BURST: "0",
    FEEDBACK_SENDER_VOTES: "0",
    FEEDBACK_EQUAL_TEXTS: "0",
  });
  return {
    url,
    async stop() {
      await stop();
      const opened = await openDatabase(database);
      try {
        return await opened.query("SELECT page, lang, rating, comment FROM feedback", []);
      } finally {
        await opened.close();
        await rm(database.DATA_DIR, { recursive: true, force: true });
      }
    },
  };
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  openDatabase,
  openDatabaseWhenUp,
  withDatabase,
} from "../../../../src/feedback/store/open-database.ts";
import { findPostgres } from "../../../support/postgres-installation.ts";
import { startPostgres } from "../../../support/postgres.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "store-"));
});
afterEach(() => rm(directory, { recursive: true }));

describe("opening the database", () => {
  it("uses the embedded database, with its tables, when no other is named", async () => {
    const database = await openDatabase({ DATA_DIR: join(directory, "new/deep") });
    await database.query("SELECT id FROM feedback", []);
    await database.close();
  });

  it("refuses the embedded database in production, saying what to do, unless it is allowed", async () => {
    const production = { NODE_ENV: "production", DATA_DIR: directory };
    await expect(openDatabase(production)).rejects.toThrow(/DATABASE_URL.*ALLOW_EMBEDDED_DATABASE=1/s);
    const database = await openDatabase({ ...production, ALLOW_EMBEDDED_DATABASE: "1" });
    await database.query("SELECT id FROM feedback", []);
    await database.close();
  });

  const installation = findPostgres();
  it.skipIf(!installation)(
    "lets a server start while PostgreSQL is down, and finds it when it is up",
    async () => {
      if (!installation) return;
      const cluster = await startPostgres(installation);
      const url = await cluster.createDatabase("segretariato");
      await cluster.kill("all");
      const database = await openDatabaseWhenUp({ DATABASE_URL: url });
      await expect(database.query("SELECT id FROM feedback", [])).rejects.toThrow("could not be opened");
      await cluster.start();
      expect(await database.query("SELECT id FROM feedback", [])).toEqual([]);
      await database.close();
      cluster.remove();
    },
  );

  it.skipIf(!installation)(
    "tells a command whose connection broke while it did something else, and does not crash",
    async () => {
      if (!installation) return;
      const cluster = await startPostgres(installation);
      const url = await cluster.createDatabase("segretariato");
      const work = withDatabase({ DATABASE_URL: url }, async (driver) => {
        await cluster.kill("all");
        await sleep(100);
        return driver.query("SELECT id FROM feedback", []);
      });
      await expect(work).rejects.toThrow(/The database answered with an error .*Check that it is running/);
      cluster.remove();
    },
  );

  it("does not let a server start with an address that is wrong", async () => {
    const refused = openDatabaseWhenUp({ DATABASE_URL: "postgres://role@[/feedback" });
    await expect(refused).rejects.toThrow(/could not be opened \(ERR_INVALID_URL\)/);
  });

  it("says what to check, without the address, when the server does not answer", async () => {
    const refused = openDatabase({ DATABASE_URL: "postgres://role:canary-password@127.0.0.1:1/feedback" });
    await expect(refused).rejects.toThrow(/ECONNREFUSED.*server is running/s);
    await expect(refused).rejects.not.toThrow("canary");
  });
});

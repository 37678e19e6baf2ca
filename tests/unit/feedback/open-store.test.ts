import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openStore } from "../../../src/feedback/open-store.ts";

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "store-"));
});
afterEach(() => rm(directory, { recursive: true }));

describe("opening the store", () => {
  it("uses the embedded database, with its tables, when no other is named", async () => {
    const { store, close } = await openStore({ DATA_DIR: join(directory, "new/deep") });
    await store.check();
    await close();
  });

  it("refuses the embedded database in production, saying what to do, unless it is allowed", async () => {
    const production = { NODE_ENV: "production", DATA_DIR: directory };
    await expect(openStore(production)).rejects.toThrow(/DATABASE_URL.*ALLOW_EMBEDDED_DATABASE=1/s);
    const { store, close } = await openStore({ ...production, ALLOW_EMBEDDED_DATABASE: "1" });
    await store.check();
    await close();
  });

  it("says what to check, without the address, when the server does not answer", async () => {
    const refused = openStore({ DATABASE_URL: "postgres://role:canary-password@127.0.0.1:1/feedback" });
    await expect(refused).rejects.toThrow(/ECONNREFUSED.*server is running/s);
    await expect(refused).rejects.not.toThrow("canary");
  });
});

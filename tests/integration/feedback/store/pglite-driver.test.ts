import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openEmbeddedDatabase } from "../../../../src/feedback/store/pglite-driver.ts";

let directory: string;
let holder: ChildProcess | undefined;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "embedded-"));
});
afterEach(async () => {
  holder?.kill("SIGKILL");
  await rm(directory, { recursive: true });
});

it("keeps what was written from one opening to the next", async () => {
  const first = await openEmbeddedDatabase(directory);
  await first.execute("CREATE TABLE note (text text)");
  await first.query("INSERT INTO note VALUES ($1)", ["è"]);
  await first.close();
  const second = await openEmbeddedDatabase(directory);
  expect(await second.query("SELECT text FROM note", [])).toEqual([{ text: "è" }]);
  await second.close();
});

it("lets one process at a time have a directory, and the next one after it was killed", async () => {
  const driver = new URL("../../../../src/feedback/store/pglite-driver.ts", import.meta.url).href;
  const script = `
    const { openEmbeddedDatabase } = await import(${JSON.stringify(driver)});
    const database = await openEmbeddedDatabase(${JSON.stringify(directory)});
    await database.execute("CREATE TABLE note (text text)");
    console.log("open");
    setInterval(() => {}, 1000);`;
  holder = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(holder.stdout ?? holder, "data");
  await expect(openEmbeddedDatabase(directory)).rejects.toThrow(/in use by another process.*DATA_DIR/s);

  holder.kill("SIGKILL");
  await once(holder, "exit");
  const database = await openEmbeddedDatabase(directory);
  expect(await database.query("SELECT count(*)::int AS rows FROM note", [])).toEqual([{ rows: 0 }]);
  await database.close();
});

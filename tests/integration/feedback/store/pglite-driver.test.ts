import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
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

it("makes a new database again when the first time did not end", async () => {
  const diskIsFull = () => Promise.reject(new Error("No space left on device"));
  await expect(openEmbeddedDatabase(directory, diskIsFull)).rejects.toThrow(/make room/);
  const database = await openEmbeddedDatabase(directory, (draft) => draft.execute("CREATE TABLE note ()"));
  expect(await database.query("SELECT FROM note", [])).toEqual([]);
  await database.close();
});

it("leaves this thread to the pages while it computes", async () => {
  const database = await openEmbeddedDatabase(directory);
  const query = database.query("SELECT count(*) FROM generate_series(1, 3000000)", []);
  const turn = new Promise((resolve) => setTimeout(resolve, 0, "page"));
  expect(await Promise.race([query.then(() => "query"), turn])).toBe("page");
  await query;
  await database.close();
});

it("passes on what the database says of an error, and goes on", async () => {
  const database = await openEmbeddedDatabase(directory);
  await database.execute("CREATE TABLE note (text text CONSTRAINT short CHECK (length(text) < 3))");
  await expect(database.query("INSERT INTO note VALUES ($1)", ["long"])).rejects.toMatchObject({
    code: "23514",
    constraint: "short",
    table: "note",
  });
  expect(await database.query("INSERT INTO note VALUES ($1) RETURNING text", ["è"])).toEqual([{ text: "è" }]);
  await database.close();
});

it.runIf(process.platform !== "win32")("keeps a new directory for its owner only", async () => {
  const data = join(directory, "data");
  await (await openEmbeddedDatabase(data)).close();
  expect((await stat(data)).mode & 0o777).toBe(0o700);
});

it("says what to do about a directory that cannot be written, and about a damaged one", async () => {
  const file = join(directory, "file");
  await writeFile(file, "");
  const below = openEmbeddedDatabase(join(file, "data"));
  await expect(below).rejects.toThrow(/^The data directory .* cannot be written\. .*DATA_DIR\.$/);

  const damaged = join(directory, "damaged");
  await mkdir(join(damaged, "postgres"), { recursive: true });
  await writeFile(join(damaged, "postgres/PG_VERSION"), "16\n");
  await expect(openEmbeddedDatabase(damaged)).rejects.toThrow(
    /^The embedded database in .* could not be opened\. .*backup.*$/,
  );
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

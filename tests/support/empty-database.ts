import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { readMigrations } from "../../src/feedback/store/migrate.ts";
import { openDatabase } from "../../src/feedback/store/open-database.ts";

const ENGINE = "node_modules/@electric-sql/pglite/package.json";
const PARENT = ".cache/databases";

/**
 * Puts an embedded database into a folder, empty and with its tables. To make one takes seconds: it is made once for
 * an engine and its migrations, and copied.
 */
export async function putEmptyDatabase(folder: string): Promise<void> {
  const made = createHash("sha256").update(await readFile(ENGINE));
  made.update(JSON.stringify(await readMigrations()));
  const model = join(PARENT, made.digest("hex").slice(0, 12));
  if (!existsSync(model)) await makeModel(model);
  await cp(model, folder, { recursive: true });
}

/** Makes it beside its place, where others may be making it too: the first one stays. */
async function makeModel(model: string): Promise<void> {
  await mkdir(PARENT, { recursive: true });
  const draft = await mkdtemp(join(PARENT, "draft-"));
  const database = await openDatabase({ DATA_DIR: draft });
  await database.close();
  await rename(draft, model).catch(() => rm(draft, { recursive: true }));
}

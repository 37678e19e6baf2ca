import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { readMigrations } from "../../src/feedback/store/migrate.ts";
import { openDatabase } from "../../src/feedback/store/open-database.ts";

const ENGINE = "node_modules/@electric-sql/pglite/package.json";
const PARENT = ".cache/databases";

/**
 * Copies an empty, migrated database into a folder. Creating one takes seconds, so it is created
 * once for each version of the engine and the migrations.
 */
export async function putEmptyDatabase(folder: string): Promise<void> {
  const made = createHash("sha256").update(await readFile(ENGINE));
  made.update(JSON.stringify(await readMigrations()));
  const model = join(PARENT, made.digest("hex").slice(0, 12));
  if (!existsSync(model)) await makeModel(model);
  await cp(model, folder, { recursive: true });
}

/**
 * Creates the database in a staging folder, because other processes may do the same. The first one
 * wins.
 */
async function makeModel(model: string): Promise<void> {
  await mkdir(PARENT, { recursive: true });
  const draft = await mkdtemp(join(PARENT, "draft-"));
  const database = await openDatabase({ DATA_DIR: draft });
  await database.close();
  await rename(draft, model).catch(() => rm(draft, { recursive: true }));
}

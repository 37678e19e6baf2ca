import { createHash, randomUUID } from "node:crypto";
import { glob, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { deserialize, serialize } from "node:v8";

/** May be deleted at any time: what is missing is made again. */
const FOLDER = ".cache/assets";

/** All assets depend on these: the code that makes them, and the packages that it calls, as npm knows and installed them. */
const COMMON = ["src/assets/*.ts", "package-lock.json", "node_modules/.package-lock.json"];

/** Everything that an asset is made of, besides the code and the packages. */
interface Ingredients {
  /** Patterns of the files that it is made from. */
  files?: readonly string[];
  values?: readonly unknown[];
}

/**
 * Makes an asset, or takes it from the cache when it was made of the same ingredients before.
 * @param name for people who look into the folder
 */
export async function cached<Value>(
  name: string,
  ingredients: Ingredients,
  make: () => Value | Promise<Value>,
): Promise<Value> {
  const hash = await hashOf(ingredients);
  const entry = path.join(FOLDER, `${name}-${hash}`);
  const kept = await readEntry(entry);
  if (kept) return deserialize(kept) as Value;
  const value = await make();
  // A file that was saved meanwhile may be in what was made: nobody knows of which ingredients it is.
  if ((await hashOf(ingredients)) === hash) await writeEntry(entry, serialize(value));
  return value;
}

async function hashOf({ files = [], values = [] }: Ingredients): Promise<string> {
  const names = await Array.fromAsync(glob([...COMMON, ...files]));
  const contents = await Promise.all(names.sort().map((name) => readFile(name)));
  const hash = createHash("sha256").update(serialize([process.version, values, names]));
  for (const bytes of contents) hash.update(digestOf(bytes));
  return hash.digest("hex").slice(0, 32);
}

/** An entry begins with the digest of the rest: a disk that was full or lost its power may hold a part of one. */
async function readEntry(entry: string): Promise<Buffer | undefined> {
  const bytes = await readFile(entry).catch(() => Buffer.alloc(0));
  const rest = bytes.subarray(DIGEST_BYTES);
  return digestOf(rest).equals(bytes.subarray(0, DIGEST_BYTES)) ? rest : undefined;
}

/** Written beside and renamed, so that no other process reads a part. Where nothing can be written there is no cache. */
async function writeEntry(entry: string, bytes: Buffer): Promise<void> {
  const draft = `${entry}.${randomUUID()}`;
  try {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(draft, Buffer.concat([digestOf(bytes), bytes]));
    await rename(draft, entry);
  } catch {
    // The build has what it needs.
  }
}

const DIGEST_BYTES = 32;

function digestOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

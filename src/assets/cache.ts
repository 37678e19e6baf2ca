import { createHash, randomUUID } from "node:crypto";
import { glob, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { deserialize, serialize } from "node:v8";

/** A folder that may be deleted at any time. Missing entries are made again. */
const FOLDER = ".cache/assets";

/** Every asset depends on the code that makes it, and on the packages that npm installed. */
const COMMON = ["src/assets/*.ts", "package-lock.json", "node_modules/.package-lock.json"];

/** The inputs of an asset, besides the code and the packages. */
interface Ingredients {
  /** Patterns of the source files. */
  files?: readonly string[];
  values?: readonly unknown[];
}

/**
 * Makes an asset, or takes it from the cache when its ingredients have not changed.
 * @param name identifies the entry for people who look into the folder
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
  // The asset is not cached if a source changed meanwhile, because it may contain either version.
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

/**
 * Reads an entry that begins with the digest of the rest. A full disk or a power failure may have
 * left only part of it.
 */
async function readEntry(entry: string): Promise<Buffer | undefined> {
  const bytes = await readFile(entry).catch(() => Buffer.alloc(0));
  const rest = bytes.subarray(DIGEST_BYTES);
  return digestOf(rest).equals(bytes.subarray(0, DIGEST_BYTES)) ? rest : undefined;
}

/**
 * Writes a temporary file and renames it, so that no process reads a partial entry. Without write
 * access there is no cache.
 */
async function writeEntry(entry: string, bytes: Buffer): Promise<void> {
  const draft = `${entry}.${randomUUID()}`;
  try {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(draft, Buffer.concat([digestOf(bytes), bytes]));
    await rename(draft, entry);
  } catch {
    // The build already has the asset.
  }
}

const DIGEST_BYTES = 32;

function digestOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}

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
  common ??= digestOfFiles(COMMON);
  const hash = await hashOf(ingredients, await common);
  const entry = path.join(FOLDER, `${name}-${hash}`);
  const kept = await readEntry(entry);
  if (kept) return deserialize(kept) as Value;
  const value = await make();
  // The asset is not cached if a source changed meanwhile, because it may contain either version.
  if ((await hashOf(ingredients, await digestOfFiles(COMMON))) === hash)
    await writeEntry(entry, serialize(value));
  return value;
}

/** The digest of the common files, which a process reads once to look entries up. */
let common: Promise<Buffer> | undefined;

async function hashOf({ files = [], values = [] }: Ingredients, commonDigest: Buffer): Promise<string> {
  const parts = [process.version, values, commonDigest, await digestOfFiles(files)];
  return digestOf(serialize(parts)).toString("hex").slice(0, 32);
}

async function digestOfFiles(patterns: readonly string[]): Promise<Buffer> {
  const names = (await Array.fromAsync(glob(patterns))).sort();
  const digests = await Promise.all(names.map(async (name) => digestOf(await readFile(name))));
  return digestOf(serialize([names, digests]));
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

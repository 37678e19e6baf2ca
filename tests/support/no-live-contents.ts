import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { FLAGSHIP } from "./flagship.ts";

/**
 * Keeps the tests of the generator from the contents and facts that editors of this repository change, or what an office
 * corrects on its own pages would fail a test: whoever reads them in a test gets an error. What every site falls back to
 * (words, glossary, topics) is part of the generator. The live site has its own gate: `npm run check:site`.
 */
const LIVE = ["src/content", "_data/site.json", "_data/contacts", "_data/vocabulary"].map((path) =>
  resolve(import.meta.dirname, "../..", path),
);

// Programs that a test starts, and all that reads the environment, work on a frozen site unless the test names another.
process.env["SITE_DIR"] ??= resolve(FLAGSHIP);

/** Replaces functions that take a path first by ones that refuse the live contents. */
function guard(module: object, names: readonly string[]): void {
  for (const name of names) {
    const original = Reflect.get(module, name) as (...args: unknown[]) => unknown;
    Reflect.set(module, name, (path: unknown, ...rest: unknown[]) => {
      refuseLive(path);
      return original.call(module, path, ...rest);
    });
  }
}

/** @throws Error when a path is among the live contents */
function refuseLive(path: unknown): void {
  if (typeof path !== "string" && !(path instanceof URL)) return;
  const file = resolve(path instanceof URL ? fileURLToPath(path) : path);
  const live = LIVE.find((place) => file === place || file.startsWith(place + sep));
  if (live !== undefined)
    throw new Error(`A test reads the live contents, ${file}: take a frozen site, such as ${FLAGSHIP}.`);
}

guard(fs, [
  "readFileSync",
  "readFile",
  "readdirSync",
  "readdir",
  "openSync",
  "open",
  "createReadStream",
  "cpSync",
]);
guard(fs.promises, ["readFile", "readdir", "open", "cp"]);
syncBuiltinESMExports();

import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { FLAGSHIP } from "./flagship.ts";

/**
 * Prevents tests from reading the live contents and facts, which editors change: an office's
 * corrections must break no test. Reading them throws an error. The data that every site falls back
 * to (interface texts, glossary, topics) belong to the generator and may be read. `npm run
 * check:site` checks the live site.
 */
const LIVE = ["src/content", "_data/site.json", "_data/contacts", "_data/vocabulary"].map((path) =>
  resolve(import.meta.dirname, "../..", path),
);

// Anything that reads the environment, including child processes, uses a frozen site unless a test
// names another.
process.env["SITE_DIR"] ??= resolve(FLAGSHIP);

/** Wraps functions whose first argument is a path, so that they refuse the live contents. */
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

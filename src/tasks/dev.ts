import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { mkdir, mkdtemp, readdir } from "node:fs/promises";
import path from "node:path";
import { siteDirs } from "../content-model/site-dirs.ts";
import { watchFolders } from "../dev/watch-folders.ts";

// npm run dev: the site at http://localhost:8080 (PORT) while it is written. What editors write is watched by the process
// started here (dev-site.ts); when the program itself changes, that process is started again.

const SITE = path.join(import.meta.dirname, "dev-site.ts");

await mkdir(".cache", { recursive: true });
const folder = await mkdtemp(path.resolve(".cache", "dev-"));
let site = start();

process.on("exit", () => {
  site.kill();
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit());

const rooms = (await readdir("src"))
  .filter((room) => room !== "content")
  .map((room) => path.join("src", room));
await watchFolders([".eleventy.ts", "_includes", ...rooms], async () => {
  console.log("Il programma è cambiato: ricomincio.");
  const end = once(site, "exit");
  if (site.kill()) await end;
  site = start();
});

const { content, data } = siteDirs(process.env);
await watchFolders([content, data], () => {
  if (site.exitCode !== null) site = start();
});

/** When it ends by itself, it has said why, and the next change may mend it. */
function start(): ChildProcess {
  return fork(SITE, [folder]);
}

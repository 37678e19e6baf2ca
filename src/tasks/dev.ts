import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { siteDirs } from "../content-model/reading/site-dirs.ts";
import { watchFolders } from "../dev/watch-folders.ts";

// npm run dev: the site at http://localhost:8080 (PORT) while it is written. What editors write is
// watched by the process started here (dev-site.ts); when the program itself changes, that process
// is started again.

const SITE = path.join(import.meta.dirname, "dev-site.ts");

await mkdir(".cache", { recursive: true });
const folder = await mkdtemp(path.resolve(".cache", "dev-"));
let site = start();

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void close());

const rooms = (await readdir("src"))
  .filter((room) => room !== "content")
  .map((room) => path.join("src", room));
await watchFolders([".eleventy.ts", "_includes", ...rooms], async () => {
  console.log("Il programma è cambiato: ricomincio.");
  await stop();
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

async function stop(): Promise<void> {
  const end = once(site, "exit");
  if (site.kill()) await end;
}

async function close(): Promise<void> {
  await stop();
  await rm(folder, { recursive: true, force: true });
  process.exit();
}

import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { siteDirs } from "../content-model/reading/site-dirs.ts";
import { watchFolders } from "../dev/watch-folders.ts";

// npm run dev: serves the site at http://localhost:8080 (or PORT) while it is edited. The process
// started here (dev-site.ts) watches the editors' files. If the program itself changes, that
// process is restarted.

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

/** If the process exits by itself, it has printed why, and the next change may fix it. */
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

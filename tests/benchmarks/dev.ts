/**
 * npm run bench:dev: how long an editor waits, from saving a file to the page that shows it, with `npm run dev` on a whole
 * site in eleven languages. Prints seconds, each time and the median, for a text of one page and for a fact of every page.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { startDevServer } from "../support/dev-server.ts";
import { FLAGSHIP } from "../support/flagship.ts";

const TIMES = 5;
const POLL_MS = 20;

interface Change {
  name: string;
  file: string;
  /** What it replaces. */
  passage: RegExp;
  /** Another text each time. */
  text: (time: number) => string;
  path: string;
  /** How the page says it. */
  shown: (time: number) => string;
}

const CHANGES: Change[] = [
  {
    name: "a text",
    file: "content/it/prenota.md",
    passage: /^title: .*$/m,
    text: (time) => `title: Prenota al telefono ${time}`,
    path: "/prenota/",
    shown: (time) => `Prenota al telefono ${time}</h1>`,
  },
  {
    name: "a fact",
    file: "_data/contacts/segretariato-sociale.json",
    passage: /"phone": ".*?"/,
    text: (time) => `"phone": "+39 0571 87871${time}"`,
    path: "/",
    shown: (time) => `tel:+39057187871${time}"`,
  },
];

const site = await mkdtemp(join(tmpdir(), "bench-dev-"));
await cp(FLAGSHIP, site, { recursive: true });
const server = await startDevServer(site);
try {
  await untilShown("/prenota/", "</h1>");
  for (const change of CHANGES) {
    const waits: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      waits.push(await wait(change, time));
      // What follows the page, such as the warnings, is not part of the next wait.
      await setTimeout(2000);
    }
    const [median = 0] = waits.toSorted((a, b) => a - b).slice(TIMES >> 1);
    const all = waits.map((seconds) => seconds.toFixed(1)).join(" ");
    console.log(`${change.name}: ${median.toFixed(1)} s (${all})`);
  }
} finally {
  await server.stop();
  await rm(site, { recursive: true });
}

/** Saves a change; seconds until a page shows it. */
async function wait({ file, passage, text, path, shown }: Change, time: number): Promise<number> {
  const source = await readFile(join(site, file), "utf8");
  const start = performance.now();
  await writeFile(join(site, file), source.replace(passage, text(time)));
  await untilShown(path, shown(time));
  return (performance.now() - start) / 1000;
}

async function untilShown(path: string, text: string): Promise<void> {
  for (;;) {
    // While it builds, the server lets connections that it keeps run out.
    const response = await fetch(server.origin + path, { headers: { Connection: "close" } });
    if (response.ok && (await response.text()).includes(text)) return;
    await setTimeout(POLL_MS);
  }
}

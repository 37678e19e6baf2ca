/**
 * `npm run bench:dev` measures how long an editor waits from saving a file to seeing the page, with
 * `npm run dev` on a complete site in eleven languages. Prints each time and the median, in
 * seconds, for a text on one page and for a fact on every page.
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
  /** The passage to replace. */
  passage: RegExp;
  /** The replacement, which differs each time. */
  text: (time: number) => string;
  path: string;
  /** The replacement as the page shows it. */
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
      // Work that follows the page, such as warnings, must not count towards the next wait.
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

/** Saves a change and returns the seconds until a page shows it. */
async function wait({ file, passage, text, path, shown }: Change, time: number): Promise<number> {
  const source = await readFile(join(site, file), "utf8");
  const start = performance.now();
  await writeFile(join(site, file), source.replace(passage, text(time)));
  await untilShown(path, shown(time));
  return (performance.now() - start) / 1000;
}

async function untilShown(path: string, text: string): Promise<void> {
  for (;;) {
    // Connections that are kept alive may time out during a build.
    const response = await fetch(server.origin + path, { headers: { Connection: "close" } });
    if (response.ok && (await response.text()).includes(text)) return;
    await setTimeout(POLL_MS);
  }
}

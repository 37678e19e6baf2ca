/**
 * `npm run bench:build -- 100 1000 10000` compares builds of that many service pages with plain
 * Eleventy (with a Nunjucks layout) and, where it is installed, Hugo. All build the same Markdown
 * into the same page. Each build runs in its own process, and they take turns. Requires GNU time.
 * The assets come from their cache. The flagship shows their own cost.
 */
import { execFileSync } from "node:child_process";
import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { FLAGSHIP } from "../support/flagship.ts";
import { FIRST_COPY, FIRST_PAGE, makePeers, makeSite } from "./build-corpus.ts";

const DEFAULT_SIZES = [100];
const ASSET_CACHE = ".cache/assets";
const TIME = "/usr/bin/time";
/** What `npm run build` gives to Node. */
const NPM_BUILD = ["--import", "./src/tasks/compile-cache.ts", "src/tasks/build.ts"];

interface Cost {
  /** Elapsed and processor time, in seconds. */
  wall: number;
  processor: number;
  /** Peak memory, in MB. */
  memory: number;
}

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : DEFAULT_SIZES;
const hasHugo = isInstalled("hugo");
const folder = await mkdtemp(join(tmpdir(), "bench-build-"));
const costFile = join(folder, "cost");
try {
  await measureFlagship();
  for (const size of sizes) await measure(size);
} finally {
  await rm(folder, { recursive: true });
}

/** Measures the complete site in eleven languages, with and without cached assets. */
async function measureFlagship(): Promise<void> {
  console.log("\n| flagship | wall | processor | memory |\n| --- | ---: | ---: | ---: |");
  await rm(ASSET_CACHE, { recursive: true, force: true });
  for (const state of ["from nothing", "again"]) {
    const { wall, processor, memory } = await buildSite(FLAGSHIP, join(folder, "flagship"));
    console.log(`| ${state} | ${seconds(wall)} | ${seconds(processor)} | ${memory} MB |`);
  }
}

async function measure(size: number): Promise<void> {
  const [site, eleventy, hugo] = ["site", "eleventy", "hugo"].map((name) => join(folder, `${size}`, name));
  if (!site || !eleventy || !hugo) return;
  await makeSite(site, size);
  const output = join(site, "_site");
  const build = () => buildSite(site, output);

  console.log(`
| ${size} pages | wall | processor | memory | Eleventy | | | Hugo | | | wall to Eleventy's | processor | memory |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |`);
  const cold = await build();
  await makePeers(eleventy, hugo, size, await readFile(join(output, FIRST_PAGE), "utf8"));
  await report("never built", cold);
  await report("again", await build());
  await appendFile(join(site, FIRST_COPY.site), "\nTi aspettiamo.\n");
  for (const peer of [eleventy, hugo]) await appendFile(join(peer, FIRST_COPY.peer), "\nTi aspettiamo.\n");
  await report("one page changed", await build());
  await rm(join(folder, `${size}`), { recursive: true });

  async function report(state: string, own: Cost): Promise<void> {
    const plain = await buildEleventy(eleventy ?? "");
    const other = hasHugo ? columns(await run(["hugo", "--quiet"], hugo ?? "")) : "– | – | –";
    const ratios = [own.wall / plain.wall, own.processor / plain.processor, own.memory / plain.memory]
      .map((ratio) => ratio.toFixed(1))
      .join(" | ");
    console.log(`| ${state} | ${columns(own)} | ${columns(plain)} | ${other} | ${ratios} |`);
  }
}

function buildSite(site: string, output: string): Promise<Cost> {
  return run([process.execPath, ...NPM_BUILD], ".", { SITE_DIR: site, OUTPUT_DIR: output });
}

function buildEleventy(site: string): Promise<Cost> {
  return run([process.execPath, resolve("node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"], site);
}

/** @throws Error with the program's output when it fails */
async function run(command: string[], cwd: string, env: Record<string, string> = {}): Promise<Cost> {
  execFileSync(TIME, ["-o", costFile, "-f", "%e %U %S %M", ...command], {
    cwd,
    env: { ...process.env, ...env },
    stdio: "pipe",
  });
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = (await readFile(costFile, "utf8"))
    .split(" ")
    .map(Number);
  return { wall, processor: user + system, memory: Math.round(kilobytes / 1024) };
}

function columns({ wall, processor, memory }: Cost): string {
  return `${seconds(wall)} | ${seconds(processor)} | ${memory} MB`;
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ["version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

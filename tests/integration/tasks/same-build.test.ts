import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { filesBelow } from "../../../src/hosting/finish-site.ts";
import { bilingual } from "../../support/bilingual-site.ts";
import { withSite } from "../../support/fixture-site.ts";
import { copyProject } from "../../support/project-copy.ts";

/** What a build reads in the project. Its contents and data come from a frozen site. */
const SOURCES = ["src", "_includes", "_data", ".eleventy.ts", "package.json", "package-lock.json"];
const BUILT = "_site";
const CACHE = ".cache/assets";

const TODAY = "2026-12-24";

/** Long enough for two builds, on cores that other tests may share. */
const TIMEOUT_MS = 300_000;

let projects: string;

/** Copies the project without any cache, or with the cache of another copy. */
async function copyOfProject(name: string, cache?: string): Promise<string> {
  const project = join(projects, name);
  await copyProject(SOURCES, project);
  await symlink(resolve("node_modules"), join(project, "node_modules"));
  if (cache !== undefined) await cp(join(cache, CACHE), join(project, CACHE), { recursive: true });
  return project;
}

interface Circumstances {
  site: string;
  /** The time zone. */
  TZ: string;
  /** What the clock says when the build begins. */
  clock: string;
}

/** Moves the clock of a process to a moment, from which it goes on. */
const clockAt = (moment: string) =>
  `data:text/javascript,${encodeURIComponent(`
  const Real = Date;
  const shift = Real.parse(${JSON.stringify(moment)}) - Real.now();
  globalThis.Date = class Date extends Real {
    constructor(...parts) {
      if (parts.length === 0) super(Real.now() + shift);
      else super(...parts);
    }
    static now() {
      return Real.now() + shift;
    }
  };
`)}`;

/** Builds a site with a copy of the project. Returns its files by path. */
async function build(project: string, { site, TZ, clock }: Circumstances): Promise<Map<string, Buffer>> {
  const env = { ...process.env, SITE_DIR: site, OUTPUT_DIR: BUILT, SITE_TODAY: TODAY, TZ };
  const argv = ["--import", clockAt(clock), "src/tasks/build.ts", "--quiet"];
  await promisify(execFile)(process.execPath, argv, { cwd: project, env });
  const folder = join(project, BUILT);
  return new Map((await filesBelow(folder)).map((file) => [file, readFileSync(join(folder, file))]));
}

/** The paths of the files that only one build has, or that differ. */
function differences(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): string[] {
  const files = new Set([...one.keys(), ...other.keys()]);
  return [...files].filter((file) => !other.get(file)?.equals(one.get(file) ?? Buffer.from("absent")));
}

beforeAll(async () => {
  projects = await mkdtemp(join(tmpdir(), "same-build-"));
});
afterAll(() => rm(projects, { recursive: true }));

it(
  "two builds for one day are the same byte for byte, cached or not, whatever clock, time zone and folder",
  () =>
    withSite(bilingual(), async (site) => {
      const first = await copyOfProject("first");
      const fresh = await build(first, { site, TZ: "Pacific/Kiritimati", clock: "2026-12-31T23:59:50Z" });
      const entries = await filesBelow(join(first, CACHE));

      const second = await copyOfProject("second", first);
      const cached = await build(second, { site, TZ: "America/Los_Angeles", clock: "2031-03-30T01:00Z" });
      expect(entries).not.toEqual([]);
      expect(await filesBelow(join(second, CACHE))).toEqual(entries);
      expect(fresh.size).toBeGreaterThan(20);
      expect(differences(fresh, cached)).toEqual([]);
    }),
  TIMEOUT_MS,
);

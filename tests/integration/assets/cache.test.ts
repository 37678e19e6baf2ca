import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesBelow } from "../../../src/hosting/finish-site.ts";
import { FIXTURE } from "../../support/fixture-build.ts";
import { copyProject } from "../../support/project-copy.ts";

const SOURCES = ["src", "_includes", "package.json", "package-lock.json", "tsconfig.json"];
const FONTS = "node_modules/bootstrap-italia/dist/fonts/Titillium_Web";
const FONT = `${FONTS}/titillium-web-v10-latin-ext_latin`;
/**
 * The parts of the fonts' package that the assets need. A test changes them, so they are copied.
 * Other packages are linked.
 */
const CHANGED_PACKAGE = ["package.json", "LICENSE", "src/scss", "dist/fonts/Titillium_Web"];

/** Makes the assets of the site in `facts.json`, in a new process as for every build. */
const MAKE = `
import { readFileSync, writeFileSync } from "node:fs";
const { buildAssets } = await import("./src/assets/build-assets.ts");
const assets = await buildAssets("made", JSON.parse(readFileSync("facts.json", "utf8")));
writeFileSync("made/assets.json", JSON.stringify(assets));
`;

/** A copy of the project, in which sources may be changed. */
let project: string;
/** The assets of the last run. */
let last: Record<string, string>;

const inProject = (path: string) => join(project, path);
const cache = () => inProject(".cache/assets");

/** Makes the assets. Returns a hash, by path, of each file and of the data for templates. */
async function make(): Promise<Record<string, string>> {
  await rm(inProject("made"), { recursive: true, force: true });
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", MAKE], { cwd: project });
  const hashOf = (file: string) =>
    createHash("sha256")
      .update(readFileSync(inProject(`made/${file}`)))
      .digest("hex");
  return Object.fromEntries((await filesBelow(inProject("made"))).map((file) => [file, hashOf(file)]));
}

async function makeWithoutCache(): Promise<Record<string, string>> {
  await rm(cache(), { recursive: true });
  return make();
}

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "asset-cache-"));
  await copyProject(SOURCES, project);
  await mkdir(inProject("node_modules"));
  for (const name of (await readdir("node_modules")).filter((found) => found !== "bootstrap-italia"))
    await symlink(resolve("node_modules", name), inProject(`node_modules/${name}`));
  for (const part of CHANGED_PACKAGE)
    await cp(`node_modules/bootstrap-italia/${part}`, inProject(`node_modules/bootstrap-italia/${part}`), {
      recursive: true,
    });
  await writeFile(inProject("facts.json"), JSON.stringify(FIXTURE.facts));
  last = await make();
});

afterAll(() => rm(project, { recursive: true }));

describe("assets whose ingredients have not changed", () => {
  it("come from the cache, and are the same", async () => {
    const entries = () =>
      readdirSync(cache()).map((name) => [name, statSync(join(cache(), name)).mtimeMs] as const);
    const written = entries();
    expect(await make()).toEqual(last);
    expect(entries()).toEqual(written);
  });

  it("are made again where an entry is incomplete", async () => {
    for (const name of readdirSync(cache())) {
      const entry = join(cache(), name);
      truncateSync(entry, Math.floor(statSync(entry).size / 2));
    }
    expect(await make()).toEqual(last);
  });
});

describe("with the cache of the last build, a build is the same byte for byte as without any", () => {
  const changes: Record<string, () => void | Promise<void>> = {
    "a style sheet": () => {
      appendFileSync(inProject("src/styles/base.css"), ".phone-line{outline:1px solid}");
    },
    "a Sass source": () => {
      appendFileSync(inProject("src/styles/main.scss"), ".phone-line { outline-offset: 1px + 2px; }");
    },
    "a template, which names another class": () => {
      appendFileSync(inProject("_includes/layouts/page.njk"), '<b class="float-end"></b>');
    },
    "the data": () => {
      const { site } = FIXTURE.facts;
      const facts = { ...FIXTURE.facts, site: { ...site, title: "Un altro titolo" } };
      return writeFile(inProject("facts.json"), JSON.stringify(facts));
    },
    "a font": () => {
      copyFileSync(inProject(`${FONT}-600.woff2`), inProject(`${FONT}-regular.woff2`));
    },
    "the code that makes them": () => {
      const fonts = inProject("src/assets/fonts.ts");
      writeFileSync(fonts, readFileSync(fonts, "utf8").replace("«»", "«»ğ"));
    },
  };

  it.each(Object.keys(changes))("after a change of %s", async (name) => {
    await changes[name]?.();
    const made = await make();
    expect(made).not.toEqual(last);
    last = await makeWithoutCache();
    expect(made).toEqual(last);
  });
});

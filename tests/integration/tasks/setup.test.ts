import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const SETUP = resolve("src/tasks/setup.mjs");

let project: string;

/** Writes a project that depends on a folder beside it, which npm installs without a network. */
function writeProject(lockedName: string): void {
  mkdirSync(join(project, "dependency"), { recursive: true });
  writeJson("dependency/package.json", { name: "dependency", version: "1.0.0" });
  const root = { name: "project", version: "1.0.0", dependencies: { dependency: "file:dependency" } };
  writeJson("package.json", root);
  writeJson("package-lock.json", {
    lockfileVersion: 3,
    packages: {
      "": root,
      dependency: { version: "1.0.0" },
      [`node_modules/${lockedName}`]: { resolved: "dependency", link: true },
    },
  });
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(join(project, path), JSON.stringify(value));
}

/**
 * Runs the task in the project. `pretend` is code that runs first and may change what the process
 * reports about itself.
 */
function setup(pretend = ""): { status: number | null; stdout: string; stderr: string } {
  const preload = `--import=data:text/javascript,${encodeURIComponent(pretend)}`;
  return spawnSync(process.execPath, [preload, SETUP], { cwd: project, encoding: "utf8" });
}

const pretendVersion = (version: string) =>
  `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } });`;
/** Puts a fake npm first in the path. It prints its version and installs nothing. */
function pretendNpm(version: string): string {
  writeFileSync(join(project, "npm"), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });
  return `process.env.PATH = ${JSON.stringify(`${project}:`)} + process.env.PATH;`;
}
const pretendMachine = (platform: string, arch: string) =>
  `Object.defineProperty(process, "platform", { value: "${platform}" });` +
  `Object.defineProperty(process, "arch", { value: "${arch}" });`;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "setup-"));
  writeProject("dependency");
});

afterEach(() => {
  rmSync(project, { recursive: true, force: true });
});

describe("setup", () => {
  it("installs the locked packages when there are none, and says so in Italian and English", () => {
    const { status, stdout } = setup();

    expect(status).toBe(0);
    expect(existsSync(join(project, "node_modules/dependency/package.json"))).toBe(true);
    expect(stdout).toContain("Pacchetti installati.\nPackages installed.");
  });

  it("does and says nothing the second time", () => {
    setup();
    const installed = statSync(join(project, "node_modules")).ctimeMs;

    const { status, stdout, stderr } = setup();

    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(statSync(join(project, "node_modules")).ctimeMs).toBe(installed);
  });

  it("installs again when the lock file has changed", () => {
    setup();
    writeFileSync(join(project, "node_modules/leftover"), "");
    writeFileSync(join(project, "package-lock.json"), "\n", { flag: "a" });

    expect(setup().status).toBe(0);
    expect(existsSync(join(project, "node_modules/leftover"))).toBe(false);
  });

  it("installs what the build needs also where NODE_ENV is production", () => {
    const root = { name: "project", version: "1.0.0", devDependencies: { dependency: "file:dependency" } };
    writeJson("package.json", root);
    writeJson("package-lock.json", {
      lockfileVersion: 3,
      packages: {
        "": root,
        dependency: { version: "1.0.0", dev: true },
        "node_modules/dependency": { resolved: "dependency", link: true },
      },
    });

    setup(`process.env.NODE_ENV = "production";`);

    expect(existsSync(join(project, "node_modules/dependency/package.json"))).toBe(true);
  });

  it("shows npm's own message when npm fails, and tries again the next time", () => {
    writeProject("another-name");

    const { status, stderr } = setup();

    expect(status).not.toBe(0);
    expect(stderr).toContain("npm error");
    expect(stderr).toContain("Installazione non riuscita");
    expect(existsSync(join(project, "node_modules/.setup-stamp"))).toBe(false);
  });

  describe("the hooks of Git", () => {
    const git = (...args: string[]) =>
      spawnSync("git", args, { cwd: project, encoding: "utf8" }).stdout.trim();
    const hooks = () => git("config", "--local", "--get", "core.hooksPath");
    const notInCi = "delete process.env.CI;";

    beforeEach(() => {
      git("init");
      mkdirSync(join(project, ".githooks"));
    });

    it("are those of the project", () => {
      expect(setup(notInCi).status).toBe(0);
      expect(hooks()).toBe(".githooks");
    });

    it("stay what somebody has chosen", () => {
      git("config", "core.hooksPath", "mine");
      expect(setup(notInCi).status).toBe(0);
      expect(hooks()).toBe("mine");
    });

    it("are left alone in CI", () => {
      expect(setup("process.env.CI = 'true';").status).toBe(0);
      expect(hooks()).toBe("");
    });

    it("are no obstacle where there is no Git", () => {
      expect(setup(`${notInCi} process.env.GIT_DIR = "/nowhere";`).status).toBe(0);
      expect(hooks()).toBe("");
    });
  });

  it("refuses a Node older than 20 and says what to install", () => {
    const { status, stderr } = setup(pretendVersion("18.20.8"));

    expect(status).toBe(1);
    expect(stderr).toContain("Serve Node 20 o più recente (qui c'è 18.20.8): installa Node 24");
    expect(existsSync(join(project, "node_modules"))).toBe(false);
  });

  it.each(["9.2.0", "10.1.0"])(
    "refuses npm %s, which has no list of packages, and says what to install",
    (version) => {
      const { status, stderr } = setup(pretendNpm(version));

      expect(status).toBe(1);
      expect(stderr).toContain(`npm 10.2 or newer is needed (this is ${version}): it comes with Node 24`);
      expect(existsSync(join(project, "node_modules"))).toBe(false);
    },
  );

  it("accepts npm 10.2", () => {
    expect(setup(pretendNpm("10.2.0")).status).toBe(0);
  });

  it("says that there is no npm", () => {
    const { status, stderr } = setup(`process.env.PATH = "";`);

    expect(status).toBe(1);
    expect(stderr).toContain("Serve npm 10.2 o più recente (non c'è): arriva insieme a Node 24");
  });

  it("accepts Node 20 on Linux x64, where the project brings its own Node", () => {
    expect(setup(pretendVersion("20.0.0") + pretendMachine("linux", "x64")).status).toBe(0);
  });

  it.each([
    ["22.17.9", 1],
    ["22.18.0", 0],
  ])("elsewhere, with Node %s, exits with %i", (version, status) => {
    expect(setup(pretendVersion(version) + pretendMachine("darwin", "arm64")).status).toBe(status);
  });
});

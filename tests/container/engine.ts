import { execFileSync, spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import { aptInstall } from "../support/apt.ts";

const DEBIAN = "bookworm";
const BASE_IMAGE = "localhost/node-of-the-packages";

const inspected = z.object({
  Docker: z.object({
    config: z.object({
      User: z.string(),
      Cmd: z.array(z.string()),
      StopSignal: z.string(),
      Healthcheck: z.object({ Test: z.tuple([z.literal("CMD")], z.string()) }),
    }),
  }),
});

/** The built image and a container made from it. */
export interface Container {
  user: string;
  command: string[];
  health: string[];
  stopSignal: NodeJS.Signals;
  /** The container's root, as a folder on this machine. */
  root: string;
  /** Starts a program in the container, as the image's user and without capabilities. */
  start: (
    command: readonly string[],
    environment: Readonly<Record<string, string>>,
    volumes?: Readonly<Record<string, string>>,
  ) => ChildProcess;
}

/**
 * Builds a Dockerfile with buildah in chroot isolation, which works where a kernel runs no other
 * engine. It contacts no image registry. In place of the Dockerfile's base image it uses a Debian
 * from debootstrap with the Node that runs this, which is the same version
 * (tests/unit/repository/supply-chain.test.ts).
 * @param project the folder with Dockerfile and .dockerignore
 * @param cache a folder with some gigabytes of free space; its new files are deleted when the
 * process exits
 * @throws Error when a step fails, or when buildah or debootstrap is missing and this process is
 * not root on Debian
 */
export function buildContainer(project: string, cache: string): Container {
  for (const name of ["buildah", "debootstrap"]) ensureInstalled(name);
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "container-"));
  const storage = ["--root", join(folder, "root"), "--runroot", join(folder, "run"), "--storage-driver=vfs"];
  const buildah = (args: readonly string[]) =>
    execFileSync("buildah", [...storage, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
      maxBuffer: 64 * 1024 * 1024,
    }).trim();
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });

  makeBase(join(folder, "base"));
  const scratch = buildah(["from", "scratch"]);
  buildah(["copy", "--quiet", scratch, join(folder, "base"), "/"]);
  buildah(["commit", "--quiet", "--rm", scratch, BASE_IMAGE]);
  const base = /^FROM (\S+)/m.exec(readFileSync(join(project, "Dockerfile"), "utf8"))?.[1] ?? "";
  const standIn = `${base}=container-image://${BASE_IMAGE}`;
  const build = ["--isolation=chroot", "--pull-never", "--format=docker", `--build-context=${standIn}`];
  buildah(["build", ...build, "--tag=site", project]);

  const { config } = inspected.parse(JSON.parse(buildah(["inspect", "--type=image", "site"]))).Docker;
  const name = buildah(["from", "--pull-never", "site"]);
  return {
    user: config.User,
    command: config.Cmd,
    health: config.Healthcheck.Test.slice(1),
    stopSignal: config.StopSignal as NodeJS.Signals,
    root: buildah(["mount", name]),
    start(command, environment, volumes = {}) {
      const options = [
        ...Object.entries(environment).map(([key, value]) => `--env=${key}=${value}`),
        ...Object.entries(volumes).map(([from, to]) => `--volume=${from}:${to}`),
      ];
      const run = ["run", "--isolation=chroot", "--cap-drop=all", ...options, name, "--", ...command];
      return spawn("buildah", [...storage, ...run], { stdio: ["ignore", "pipe", "pipe"] });
    },
  };
}

/** Makes a Debian with Node, npm and the certificates that this machine's npm trusts. */
function makeBase(folder: string): void {
  const npm = process.env["npm_execpath"];
  if (npm === undefined) throw new Error("Start this by `npm run test:container`.");
  execFileSync("debootstrap", ["--variant=minbase", DEBIAN, folder], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const local = join(folder, "usr/local");
  copyFileSync(process.execPath, join(local, "bin/node"));
  chmodSync(join(local, "bin/node"), 0o755);
  cpSync(dirname(dirname(npm)), join(local, "lib/node_modules/npm"), { recursive: true });
  symlinkSync("../lib/node_modules/npm/bin/npm-cli.js", join(local, "bin/npm"));
  const registry = process.env["npm_config_registry"];
  const certificates = process.env["NODE_EXTRA_CA_CERTS"];
  if (certificates !== undefined) copyFileSync(certificates, join(local, "certificates.crt"));
  mkdirSync(join(local, "etc"), { recursive: true });
  writeFileSync(
    join(local, "etc/npmrc"),
    [
      ...(registry === undefined ? [] : [`registry=${registry}\n`]),
      ...(certificates === undefined ? [] : ["cafile=/usr/local/certificates.crt\n"]),
    ].join(""),
  );
}

function ensureInstalled(name: string): void {
  const isThere = () => spawnSync(name, ["--version"]).status === 0;
  if (!isThere()) aptInstall(name);
  if (!isThere())
    throw new Error(`${name} was not found. Install it (Debian, Ubuntu: apt-get install ${name}).`);
}

/**
 * Installs the packages if they are missing or if package-lock.json has changed; otherwise it does
 * nothing. It is plain JavaScript, because it runs on whatever Node the machine has. Only
 * afterwards is the pinned Node in node_modules/.bin, where npm scripts find it first.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** The oldest Node that can run this script and npm 10. */
const OLDEST_INSTALLER = [20, 0];
/** The oldest npm that was tried with this lock file, and the first that has `npm sbom`. */
const OLDEST_NPM = [10, 2];
/** The first Node that strips types without a flag: https://nodejs.org/api/typescript.html */
const OLDEST_RUNTIME = [22, 18];

const STAMP = join("node_modules", ".setup-stamp");

/**
 * @param {string} version as in `process.versions.node`
 * @param {number[]} oldest major and minor
 */
function isOlder(version, oldest) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
}

/**
 * Why this machine cannot be used, in Italian and English. Undefined if it can.
 * @param {string} version version of the Node that runs this script
 * @param {string} machine platform and architecture, such as `linux-x64`
 */
function machineProblem(version, machine) {
  if (isOlder(version, OLDEST_INSTALLER)) {
    return (
      `Serve Node 20 o più recente (qui c'è ${version}): installa Node 24, https://nodejs.org/\n` +
      `Node 20 or newer is needed (this is ${version}): install Node 24, https://nodejs.org/`
    );
  }
  if (machine !== "linux-x64" && isOlder(version, OLDEST_RUNTIME)) {
    return (
      `Su ${machine} serve Node 22.18 o più recente (qui c'è ${version}): installa Node 24, https://nodejs.org/\n` +
      `On ${machine} Node 22.18 or newer is needed (this is ${version}): install Node 24, https://nodejs.org/`
    );
  }
  return undefined;
}

/**
 * Why this machine's npm cannot be used, in Italian and English. Undefined if it can.
 * @param {string | undefined} version as npm reports it; undefined if npm is missing
 */
function npmVersionProblem(version) {
  if (version !== undefined && !isOlder(version, OLDEST_NPM)) return undefined;
  const found =
    version === undefined ? ["non c'è", "there is none"] : [`qui c'è ${version}`, `this is ${version}`];
  return (
    `Serve npm 10.2 o più recente (${found[0]}): arriva insieme a Node 24, https://nodejs.org/\n` +
    `npm 10.2 or newer is needed (${found[1]}): it comes with Node 24, https://nodejs.org/`
  );
}

/** The stamp's content if the installed packages match the lock file. */
function expectedStamp(machine) {
  return `${createHash("sha256").update(readFileSync("package-lock.json")).digest("hex")} ${machine}\n`;
}

/**
 * The environment for `npm ci`. It deletes node_modules, so the Node in that folder must not run
 * it.
 */
function environmentOutsideNodeModules() {
  const isLocalBin = (directory) => /[\\/]node_modules[\\/]\.bin[\\/]?$/.test(directory);
  const path = (process.env.PATH ?? "").split(delimiter).filter((directory) => !isLocalBin(directory));
  return { ...process.env, PATH: path.join(delimiter) };
}

/** Runs the machine's npm, which is a script on Windows. */
function runNpm(args) {
  return spawnSync("npm", args, {
    env: environmentOutsideNodeModules(),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === "win32",
  });
}

/** @returns {string | undefined} */
function npmVersion() {
  const { status, stdout } = runNpm(["--version"]);
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * Runs `npm ci` and returns its exit code. Its output is shown only on failure. The flags keep the
 * packages that the build needs despite NODE_ENV=production, and the pinned Node despite
 * `omit=optional`.
 */
function install() {
  // `npm run --silent` passes its silence on, but a failure must be visible.
  const flags = ["--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = runNpm(["ci", ...flags]);
  if (npm.status === 0) return 0;
  console.error(npm.error?.message ?? `${npm.stdout}${npm.stderr}`.trim());
  console.error("\nInstallazione non riuscita: qui sopra il messaggio di npm.");
  console.error("Installation failed: npm's own message is above.");
  return npm.status ?? 1;
}

/**
 * Makes Git run `.githooks/` in this clone, unless its owner has chosen other hooks. Does nothing
 * in CI, where nobody commits, and in a folder without Git.
 */
function enableHooks() {
  if (process.env.CI || !existsSync(".git") || !existsSync(".githooks")) return;
  const git = (...args) => spawnSync("git", ["config", ...args], { encoding: "utf8" });
  const { status, stdout } = git("--get", "core.hooksPath");
  if (status === 1 && stdout === "") git("core.hooksPath", ".githooks");
}

function main() {
  const machine = `${process.platform}-${process.arch}`;
  const problem = machineProblem(process.versions.node, machine);
  if (problem !== undefined) {
    console.error(problem);
    return 1;
  }

  const stamp = expectedStamp(machine);
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === stamp) return 0;

  const npmProblem = npmVersionProblem(npmVersion());
  if (npmProblem !== undefined) {
    console.error(npmProblem);
    return 1;
  }

  console.log("Installo i pacchetti, ci vuole circa un minuto…\nInstalling packages, about a minute…");
  const exitCode = install();
  if (exitCode !== 0) return exitCode;

  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, stamp);
  enableHooks();
  console.log("Pacchetti installati.\nPackages installed.");
  return 0;
}

process.exitCode = main();

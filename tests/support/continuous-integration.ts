import { spawnSync } from "node:child_process";
import { aptInstall } from "./apt.ts";
import { findOrInstallPostgres } from "./postgres-installation.ts";

/**
 * Vitest's global setup for the integration tests. They need Git, which a bare machine may lack. On
 * a developer's machine, tests that need PostgreSQL are skipped where it is missing. In CI they
 * must run, so this installs it first.
 * @throws Error that says what to install
 */
export default function setup(): void {
  if (!hasGit()) aptInstall("git");
  if (!hasGit()) throw new Error("Git was not found. Install it (Debian, Ubuntu: apt-get install git).");
  if (process.env["CI"]) findOrInstallPostgres();
}

function hasGit(): boolean {
  return spawnSync("git", ["--version"]).status === 0;
}

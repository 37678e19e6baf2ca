import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Lanes that run side by side may need packages at the same time, and apt-get does not wait. */
const LOCK = join(tmpdir(), "segretariato-sociale-apt.lock");

/**
 * Installs a package of the distribution when this process is root on Debian or Ubuntu. Does
 * nothing elsewhere.
 * @throws Error when apt-get fails, whose messages go to standard error
 */
export function aptInstall(name: string): void {
  if (process.getuid?.() !== 0 || !isDebianLike()) return;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", name]]) {
    execFileSync("flock", [LOCK, "apt-get", "-qq", ...args], { stdio: ["ignore", "ignore", "inherit"], env });
  }
}

function isDebianLike(): boolean {
  return (
    existsSync("/etc/os-release") && /\b(?:debian|ubuntu)\b/i.test(readFileSync("/etc/os-release", "utf8"))
  );
}

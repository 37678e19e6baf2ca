import { execFileSync } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import { aptInstall } from "./apt.ts";

/** Where PostgreSQL's programs are, and which account can run them. */
export interface PostgresInstallation {
  binDirectory: string;
  /** The account to use when this process is root, as which PostgreSQL refuses to run. */
  account: { uid: number; gid: number } | undefined;
}

const POSTGRES_HINT =
  "PostgreSQL was not found. Install it (Debian, Ubuntu: apt-get install postgresql; Fedora: dnf install " +
  "postgresql-server; macOS: brew install postgresql) and, as root, see that the account `postgres` exists.";

/** The ending of the names of skipped tests. */
export const WITHOUT_POSTGRES =
  "(needs PostgreSQL, which was not found: npm run test:faults installs it or says how)";

const PROGRAMS = ["initdb", "pg_ctl", "postgres"];
const BIN_DIRECTORIES = [
  "/usr/lib/postgresql/*/bin",
  "/usr/pgsql-*/bin",
  "/opt/homebrew/opt/postgresql*/bin",
  "/usr/local/opt/postgresql*/bin",
];

/** Finds the newest PostgreSQL server that this account can run. */
export function findPostgres(): PostgresInstallation | undefined {
  const known = BIN_DIRECTORIES.flatMap((pattern) => globSync(pattern)).sort(byVersionDescending);
  const candidates = [...known, tryRun("pg_config", ["--bindir"]) ?? ""];
  const binDirectory = candidates.find((directory) =>
    PROGRAMS.every((name) => existsSync(join(directory, name))),
  );
  if (binDirectory === undefined) return undefined;
  if (process.getuid?.() !== 0) return { binDirectory, account: undefined };
  const [uid, gid] = ["-u", "-g"].map((option) => tryRun("id", [option, "postgres"]));
  if (uid === undefined || gid === undefined) return undefined;
  return { binDirectory, account: { uid: Number(uid), gid: Number(gid) } };
}

/**
 * Finds PostgreSQL, or installs the distribution's package when this process is root on Debian or
 * Ubuntu.
 * @throws Error with instructions to install it by hand
 */
export function findOrInstallPostgres(): PostgresInstallation {
  const found = findPostgres();
  if (found) return found;
  aptInstall("postgresql");
  const installed = findPostgres();
  if (!installed) throw new Error(POSTGRES_HINT);
  return installed;
}

function tryRun(command: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}

function byVersionDescending(a: string, b: string): number {
  return b.localeCompare(a, "en", { numeric: true });
}

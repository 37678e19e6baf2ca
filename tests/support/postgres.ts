import { execFile, spawn } from "node:child_process";
import type { ChildProcess, StdioOptions } from "node:child_process";
import { once } from "node:events";
import { chownSync, closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { appendFile, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { freePort } from "./free-port.ts";
import type { PostgresInstallation } from "./postgres-installation.ts";

const run = promisify(execFile);

/**
 * After a kill, the orphaned children hold the shared memory for a while, and a new postmaster is
 * refused.
 */
const START_TIMEOUT_MS = 20_000;

/** The postmaster alone, or all processes of the server. */
type Victims = "postmaster" | "all";

/**
 * A PostgreSQL server for tests, on 127.0.0.1 only and with fsync. Its directory is deleted when
 * the process exits.
 */
export interface PostgresCluster {
  directory: string;
  /** Returns the address of a database. */
  url: (database: string) => string;
  createDatabase: (name: string, options?: string) => Promise<string>;
  /** Runs statements as superuser, in a new session. Returns the rows of the last one. */
  query: (sql: string, database?: string) => Promise<Record<string, unknown>[]>;
  /** Starts the server if necessary and waits until it answers. */
  start: () => Promise<void>;
  /** Kills with `kill -9`. The postmaster's children exit with it or a moment later. */
  kill: (victims?: Victims) => Promise<void>;
  signal: (name: NodeJS.Signals, to?: Victims) => void;
  /** Stops the server and deletes its directory. */
  remove: () => void;
}

/** Creates and starts a cluster, which takes about two seconds. */
export async function startPostgres({
  binDirectory,
  account,
}: PostgresInstallation): Promise<PostgresCluster> {
  const directory = mkdtempSync(join(tmpdir(), "postgres-"));
  if (account) chownSync(directory, account.uid, account.gid);
  const data = join(directory, "data");
  const log = join(directory, "log");
  const port = await freePort();
  const options = { ...account, cwd: directory };
  let postmaster: ChildProcess | undefined;
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;

  const cluster: PostgresCluster = {
    directory,
    url,

    async createDatabase(name, options = "") {
      await cluster.query(`CREATE DATABASE ${name} ${options}`);
      return url(name);
    },

    async query(sql, database = "postgres") {
      const client = new Client({ connectionString: url(database), connectionTimeoutMillis: 5_000 });
      client.on("error", () => undefined);
      await client.connect();
      try {
        return (await client.query<Record<string, unknown>>(sql)).rows;
      } finally {
        await client.end();
      }
    },

    async start() {
      const deadline = Date.now() + START_TIMEOUT_MS;
      while (!(await cluster.query("SELECT 1").catch(() => undefined))) {
        if (Date.now() > deadline) throw new Error((await readFile(log, "utf8")).slice(-2_000));
        // The postmaster is a child of this process, not of pg_ctl: in a container, an orphan that
        // is killed may never be reaped.
        if (!isRunning(postmaster)) {
          const output = openSync(log, "a");
          const stdio: StdioOptions = ["ignore", output, output];
          postmaster = spawn(join(binDirectory, "postgres"), ["-D", data], {
            ...options,
            detached: true,
            stdio,
          });
          closeSync(output);
        }
        await sleep(100);
      }
    },

    async kill(victims) {
      if (!isRunning(postmaster)) return;
      const exit = once(postmaster, "exit");
      cluster.signal("SIGKILL", victims);
      await exit;
    },

    signal(name, to = "all") {
      if (!isRunning(postmaster) || postmaster.pid === undefined) return;
      const children = to === "all" ? childrenOf(postmaster.pid) : [];
      for (const pid of [postmaster.pid, ...children]) trySignal(pid, name);
    },

    remove() {
      process.off("exit", cluster.remove);
      cluster.signal("SIGKILL");
      rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };

  process.once("exit", cluster.remove);
  // The flag skips only initdb's own sync. The server syncs as usual.
  await run(
    join(binDirectory, "initdb"),
    ["--pgdata", data, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync"],
    options,
  );
  const settings = { port, listen_addresses: "127.0.0.1", unix_socket_directories: "", fsync: "on" };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
  await appendFile(join(data, "postgresql.conf"), lines.join(""));
  await cluster.start();
  return cluster;
}

function isRunning(child: ChildProcess | undefined): child is ChildProcess {
  return child?.exitCode === null && child.signalCode === null;
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(/\s+/).map(Number);
}

function trySignal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has exited in the meantime.
  }
}

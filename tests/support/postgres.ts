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

/** A killed postmaster's orphans hold its shared memory until they notice; a new one is refused until then. */
const START_TIMEOUT_MS = 20_000;

/** The first process alone, or all of the server's. */
type Victims = "postmaster" | "all";

/** A PostgreSQL server of the tests' own: fsync on, 127.0.0.1 only, in a directory that goes with the process. */
export interface PostgresCluster {
  directory: string;
  /** The address of a database. */
  url: (database: string) => string;
  createDatabase: (name: string, options?: string) => Promise<string>;
  /** Runs statements as superuser, in a session of their own; gives the last one's rows. */
  query: (sql: string, database?: string) => Promise<Record<string, unknown>[]>;
  /** Resolves when it answers, at once when it does already. */
  start: () => Promise<void>;
  /** `kill -9`: the postmaster's children end with it, or a moment later by themselves. */
  kill: (victims?: Victims) => Promise<void>;
  signal: (name: NodeJS.Signals, to?: Victims) => void;
  /** Ends the server and deletes the directory. */
  remove: () => void;
}

/** Makes and starts a cluster; about two seconds. */
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
        // A child of this process, not of pg_ctl: who else would reap it after a kill is not known in a container.
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
  // The flag spares initdb its own sync; the server it makes syncs as any other.
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
    // It ended by itself in the meantime.
  }
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEmbeddedDatabase } from "../../src/feedback/store/pglite-driver.ts";
import type { PostgresCluster } from "../support/postgres.ts";
import type { StoredRow } from "./ledger.ts";
import type { Random } from "./random.ts";
import type { ServerProcess } from "./server-process.ts";

export const ENGINE_NAMES = ["pglite", "postgres"] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** An empty database for a single run. */
export interface Engine {
  name: EngineName;
  /** The environment that points the server to it. */
  environment: Readonly<Record<string, string>>;
  /** Kills something with `kill -9`, restarts it, and returns its name. */
  killAndRestart: (server: ServerProcess, random: Random) => Promise<string>;
  /** Kills everything, then reads all rows of both tables from disk. */
  killAndRead: (server: ServerProcess) => Promise<StoredRow[]>;
  remove: () => Promise<void>;
}

const ALL_ROWS = ["feedback", "feedback_suspect"]
  .map((table) => `SELECT id::text, rating, answer, comment FROM ${table}`)
  .join(" UNION ALL ");

/** The embedded database, which lives and dies with the server. */
export async function createEmbeddedEngine(): Promise<Engine> {
  const directory = await mkdtemp(join(tmpdir(), "faults-"));
  return {
    name: "pglite",
    environment: { DATA_DIR: directory },
    async killAndRestart(server) {
      await server.end("SIGKILL");
      await server.start();
      return "server";
    },
    async killAndRead(server) {
      await server.end("SIGKILL");
      const database = await openEmbeddedDatabase(directory);
      const rows = await database.query(ALL_ROWS, []);
      await database.close();
      return rows as unknown as StoredRow[];
    },
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}

/** A new database in a PostgreSQL cluster, which is killed too. */
export async function createPostgresEngine(cluster: PostgresCluster, name: string): Promise<Engine> {
  const url = await cluster.createDatabase(name);
  return {
    name: "postgres",
    environment: { DATABASE_URL: url },

    async killAndRestart(server, random) {
      const victim = random.pick(["server", "postmaster", "PostgreSQL", "server, PostgreSQL"]);
      if (victim === "postmaster") await cluster.kill("postmaster");
      if (victim.includes("PostgreSQL")) await cluster.kill("all");
      if (victim.includes("server")) await server.end("SIGKILL");
      await cluster.start();
      if (victim.includes("server")) await server.start();
      return victim;
    },

    async killAndRead(server) {
      await Promise.all([cluster.kill("all"), server.end("SIGKILL")]);
      await cluster.start();
      return (await cluster.query(ALL_ROWS, name)) as unknown as StoredRow[];
    },

    remove: async () => {
      await cluster.query(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

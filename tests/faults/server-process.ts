import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
/** A database that starts for the first time needs seconds, on a busy machine many. */
const START_TIMEOUT_MS = 120_000;

/** All traffic comes from one address and rates one page, which the limits exist to stop. */
const WITHOUT_LIMITS = {
  FEEDBACK_RATE_BURST: "0",
  FEEDBACK_SENDER_VOTES: "0",
  FEEDBACK_EQUAL_TEXTS: "0",
};

/** The real server in its own process, which can be killed and restarted. */
export interface ServerProcess {
  origin: string;
  pid: () => number | undefined;
  /** The number of open files and sockets, by Linux's process information. */
  descriptors: () => Promise<number>;
  /** Resolves once the server is ready. Rejects with its output when it exits instead. */
  start: () => Promise<void>;
  /** Sends a signal and waits for the exit. Resolves with the exit code, or null after a kill. */
  end: (signal: NodeJS.Signals) => Promise<number | null>;
}

export interface ServerSettings {
  port: number;
  /** The folder of the built site. */
  outputDir: string;
  /** The variable that chooses the database: DATA_DIR or DATABASE_URL. */
  environment: Readonly<Record<string, string>>;
  /** The file that its standard output goes to. */
  stdout?: number | undefined;
}

export function createServerProcess(settings: ServerSettings): ServerProcess {
  const { port, outputDir, environment, stdout = "pipe" } = settings;
  const origin = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const killWithParent = () => child?.kill("SIGKILL");

  return {
    origin,
    pid: () => child?.pid,
    descriptors: async () => (await readdir(`/proc/${child?.pid ?? 0}/fd`)).length,

    async start() {
      const env = {
        ...process.env,
        DATABASE_URL: "",
        NODE_ENV: "test",
        LOG_LEVEL: "silent",
        HOST: "127.0.0.1",
        PORT: String(port),
        OUTPUT_DIR: outputDir,
        ...WITHOUT_LIMITS,
        ...environment,
      };
      child = spawn(process.execPath, ["src/server.ts"], {
        cwd: PROJECT,
        env,
        stdio: ["ignore", stdout, "pipe"],
      });
      process.once("exit", killWithParent);
      await ready(child, origin);
    },

    async end(signal) {
      if (child?.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
      const exit = once(child, "exit") as Promise<[number | null]>;
      child.kill(signal);
      const [code] = await exit;
      process.off("exit", killWithParent);
      return code;
    },
  };
}

/** Waits until the server answers. What it writes may go anywhere. */
async function ready(child: ChildProcess, origin: string): Promise<void> {
  let message = "";
  child.stderr?.on("data", (chunk) => (message += String(chunk)));
  const isClosed = once(child, "close").then(() => true);
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await isAnswering(origin))) {
    if (await Promise.race([isClosed, sleep(50)])) throw new Error(message.trim());
    if (Date.now() > deadline) throw new Error("The server was not ready in time");
  }
}

function isAnswering(origin: string): Promise<boolean> {
  return fetch(origin).then(
    () => true,
    () => false,
  );
}

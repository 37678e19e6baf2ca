import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));
const START_TIMEOUT_MS = 30_000;

/** All traffic comes from one address and rates one page, which the limits exist to stop. */
const WITHOUT_LIMITS = { FEEDBACK_RATE_BURST: "0", FEEDBACK_FLOOD_POSTS: "0" };

/** The real server in its own process, which can be killed and restarted. */
export interface ServerProcess {
  origin: string;
  pid: () => number | undefined;
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
}

export function createServerProcess({ port, outputDir, environment }: ServerSettings): ServerProcess {
  let child: ChildProcess | undefined;
  const killWithParent = () => child?.kill("SIGKILL");

  return {
    origin: `http://127.0.0.1:${port}`,
    pid: () => child?.pid,

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
        stdio: ["ignore", "pipe", "pipe"],
      });
      process.once("exit", killWithParent);
      await ready(child);
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

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let message = "";
    const timer = setTimeout(() => {
      reject(new Error("The server was not ready in time"));
    }, START_TIMEOUT_MS);
    child.stderr?.on("data", (chunk) => (message += String(chunk)));
    child.stdout?.on("data", (chunk) => {
      if (!String(chunk).includes("Ready:")) return;
      clearTimeout(timer);
      resolve();
    });
    child.once("close", () => {
      clearTimeout(timer);
      reject(new Error(message.trim()));
    });
  });
}

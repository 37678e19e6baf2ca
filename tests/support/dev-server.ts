import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { putEmptyDatabase } from "./empty-database.ts";
import { freePort } from "./free-port.ts";

/** `npm run dev` in a process of its own. */
export interface DevServer {
  origin: string;
  stop(): Promise<void>;
}

/** The words of the command that `npm run dev` runs once the packages are installed. */
function devCommand(): string[] {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { dev: string } };
  const [program, ...words] = (scripts.dev.split("&&").at(-1) ?? "").trim().split(" ");
  if (program !== "node") throw new Error(`npm run dev starts something else than Node: ${scripts.dev}`);
  return words;
}

/**
 * Starts `npm run dev` on a site, with an empty database.
 * @param site the folder with `content/` and `_data/`
 * @returns once the server answers, even if the first page is not built yet
 */
export async function startDevServer(site: string): Promise<DevServer> {
  const data = await mkdtemp(join(tmpdir(), "dev-data-"));
  await putEmptyDatabase(data);
  const child = spawn(process.execPath, devCommand(), {
    env: {
      ...process.env,
      PORT: String(await freePort()),
      SITE_DIR: site,
      DATA_DIR: data,
      DATABASE_URL: "",
      LOG_LEVEL: "silent",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stopWithParent = () => child.kill();
  process.once("exit", stopWithParent);
  return {
    origin: await new Promise<string>((resolve, reject) => {
      let said = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (chunk) => {
          said += String(chunk);
          const [origin] = /http:\/\/localhost:\d+/.exec(said) ?? [];
          if (origin !== undefined) resolve(origin);
        });
      }
      child.once("exit", () => {
        reject(new Error(`npm run dev has ended:\n${said}`));
      });
    }),
    async stop() {
      const end = once(child, "exit");
      child.kill();
      await end;
      process.off("exit", stopWithParent);
      await rm(data, { recursive: true });
    },
  };
}

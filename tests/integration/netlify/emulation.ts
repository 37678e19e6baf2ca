import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { NetlifyDev } from "@netlify/dev";
import { copyProject } from "./project.ts";

/** Features that this project does not use. Some would contact the platform over the network. */
const OFF = { enabled: false };
const UNUSED = { aiGateway: OFF, blobs: OFF, edgeFunctions: OFF, geolocation: OFF, images: OFF };

/** The site's address in the emulation. */
export const ORIGIN = "https://sito.example";

/**
 * How the platform replied: from a file, by a function or by a redirect. `none` stands for
 * `404.html`, which the emulation does not serve.
 */
interface Answer {
  by: string;
  response: Response;
}

/** One instance of the function, which keeps its memory from one request to the next. */
export type Instance = (request: Request, context: { ip: string }) => Promise<Response>;

export interface Emulation {
  /** Asks the platform. Every request to a function is answered by a new instance. */
  ask: (path: string, init?: RequestInit) => Promise<Answer>;
  /** Starts an instance that stays. */
  startInstance: () => Promise<Instance>;
  query: (sql: string) => Promise<Record<string, unknown>[]>;
  stop: () => Promise<void>;
}

/**
 * Starts the platform's own emulation with the built site and an empty database. It runs on a copy,
 * because it leaves files in its project folder.
 */
export async function startNetlify(site: string): Promise<Emulation> {
  const project = process.cwd();
  const root = await copyProject(site);
  await publishAt(ORIGIN, join(root, "_site/feedback.json"));
  const configuration = await readFile("netlify.toml", "utf8");
  const migrations = /^\[database\.migrations\]\s+path = "([^"]+)"$/m.exec(configuration)?.[1];
  if (migrations === undefined) throw new Error("netlify.toml names no folder of migrations");

  // Functions read files relative to the working directory, as on the platform.
  process.chdir(root);
  process.env["LOG_LEVEL"] = "silent";
  const dev = new NetlifyDev({ projectRoot: root, skipGitignore: true, ...UNUSED });
  await dev.start();
  const { db } = dev;
  if (!db) throw new Error("The emulation has no database");
  await db.applyMigrations(join(root, migrations));

  let instances = 0;
  return {
    async ask(path, init) {
      const answer = await dev.handleAndIntrospect(new Request(`${ORIGIN}${path}`, init));
      return answer
        ? { by: answer.type, response: answer.response }
        : { by: "none", response: new Response(null, { status: 404 }) };
    },
    async startInstance() {
      instances += 1;
      const file = pathToFileURL(join(root, "src/functions/api.ts"));
      const { default: answer } = (await import(`${file.href}?${instances}`)) as { default: Instance };
      return answer;
    },
    query: async (sql) => (await db.query<Record<string, unknown>>(sql)).rows,
    async stop() {
      await dev.stop();
      process.chdir(project);
      await rm(root, { recursive: true, force: true });
    },
  };
}

/** Tells a built site the platform's address, as a build on the platform learns it. */
async function publishAt(origin: string, manifestFile: string): Promise<void> {
  const manifest = JSON.parse(await readFile(manifestFile, "utf8")) as object;
  await writeFile(manifestFile, JSON.stringify({ ...manifest, platformOrigins: [origin] }));
}

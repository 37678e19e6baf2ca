import { randomBytes } from "node:crypto";
import { PGlite } from "@electric-sql/pglite";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createLogger } from "../../../../src/feedback/logger.ts";
import { applyMigrations, readMigrations } from "../../../../src/feedback/store/migrate.ts";
import { openDatabase } from "../../../../src/feedback/store/open-database.ts";
import type { OpenedDatabase } from "../../../../src/feedback/store/open-database.ts";
import { createPgliteDriver } from "../../../../src/feedback/store/pglite-driver.ts";
import type { SqlDriver } from "../../../../src/feedback/store/sql-driver.ts";
import { createFeedbackStore } from "../../../../src/feedback/store/store.ts";
import { createTestApp, type TestApp } from "../../../support/feedback-app.ts";
import { jsonPost, ORIGIN } from "../../../support/feedback.ts";

let log = "";
const logger = createLogger("info", { write: (line: string) => void (log += line) });
const handlerOn = (driver: SqlDriver) => createTestApp({ store: createFeedbackStore(driver), logger });

function send(handler: TestApp, body = jsonPost()): Promise<Response> {
  const headers = { origin: ORIGIN, "content-type": "application/json" };
  const init = { method: "POST", headers, body: JSON.stringify(body) };
  return handler(new Request(`${ORIGIN}/api/feedback`, init), { ip: "192.0.2.1" });
}

async function expectUnavailable(handler: TestApp, body = jsonPost()): Promise<void> {
  const response = await send(handler, body);
  expect(response.status).toBe(503);
  expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
}

beforeEach(() => {
  log = "";
});

describe("on the embedded database, a post is answered 503, and the next ones are stored,", () => {
  let engine: PGlite;
  let handler: TestApp;
  beforeAll(async () => {
    engine = await PGlite.create();
    await applyMigrations(createPgliteDriver(engine), await readMigrations());
    handler = handlerOn(createPgliteDriver(engine));
  });
  afterAll(() => engine.close());

  it("while it is read-only", async () => {
    await engine.exec("SET default_transaction_read_only = on");
    const post = jsonPost();
    await expectUnavailable(handler, post);
    expect(log).toContain('"code":"25006"');
    await engine.exec("SET default_transaction_read_only = off");
    expect((await send(handler, post)).status).toBe(201);
  });

  it("while something else holds it, without waiting for the end of that", async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
    const held = engine.transaction(() => released);
    const post = jsonPost({ comment: "Tornerò" });
    await Promise.all([expectUnavailable(handler, post), expectUnavailable(handler)]);
    expect((await handler(new Request(`${ORIGIN}/api/health`))).status).toBe(503);
    expect(log).toContain('"name":"StorageBusyError"');
    release(undefined);
    await held;
    // The waiting post was written after its reply, so the browser's second attempt finds one row.
    expect((await send(handler, post)).status).toBe(200);
    const rows = await engine.query("SELECT id FROM feedback WHERE comment = 'Tornerò'");
    expect(rows.rows).toHaveLength(1);
  });
});

describe("on PostgreSQL", () => {
  const url = process.env["TEST_DATABASE_URL"];
  const schema = `faults_${randomBytes(4).toString("hex")}`;
  const LOGIN = { username: `${schema}_site`, password: randomBytes(8).toString("hex") };
  let admin: Client;
  let database: OpenedDatabase;
  let handler: TestApp;

  /** The address of the test database, with its own schema. */
  const address = (changes: { username?: string; password?: string } = {}) => {
    const own = Object.assign(new URL(url ?? ""), changes);
    own.searchParams.set("options", `-csearch_path=${schema}`);
    own.searchParams.set("application_name", schema);
    return own.href;
  };
  const connections = async (condition: string) =>
    (
      await admin.query(
        `SELECT pid FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid() AND ${condition}`,
        [schema],
      )
    ).rows.length;

  const cutOff = () =>
    admin.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1", [
      LOGIN.username,
    ]);

  beforeAll(async () => {
    if (!url) return;
    admin = new Client({ connectionString: address() });
    await admin.connect();
    await admin.query(`CREATE SCHEMA ${schema}`);
    database = await openDatabase({ DATABASE_URL: address() });
    handler = handlerOn(database);
    await admin.query(
      `CREATE ROLE ${LOGIN.username} LOGIN PASSWORD '${LOGIN.password}' IN ROLE feedback_writer`,
    );
  });
  beforeEach((context) => {
    context.skip(
      !url,
      "TEST_DATABASE_URL is not set: it names a PostgreSQL whose role may create schemas and roles",
    );
  });
  afterAll(async () => {
    if (!url) return;
    await database.close();
    await admin.query(`DROP SCHEMA ${schema} CASCADE`);
    await admin.query(`DROP ROLE ${LOGIN.username}`);
    await admin.end();
  });

  it("a post is answered 503 while the table is locked, no connection is lost, and the next ones are stored", async () => {
    await admin.query("BEGIN");
    await admin.query("LOCK TABLE feedback IN ACCESS EXCLUSIVE MODE");
    const posts = Array.from({ length: 40 }, () => jsonPost());
    await Promise.all(posts.map((post) => expectUnavailable(handler, post)));
    expect(await connections("true")).toBeLessThanOrEqual(10);
    await admin.query("ROLLBACK");
    await expect.poll(() => connections("state <> 'idle'")).toBe(0);
    expect((await Promise.all(posts.map((post) => send(handler, post)))).map(({ status }) => status)).toEqual(
      posts.map(() => 201),
    );
    expect(await connections("true")).toBeLessThanOrEqual(10);
  });

  it("a post is answered 503 while the database is read-only or cut off, and the next ones are stored", async () => {
    const limited = await openDatabase({ DATABASE_URL: address(LOGIN) });
    const limitedHandler = handlerOn(limited);
    expect((await send(limitedHandler)).status).toBe(201);
    // A role's setting applies from its next connection.
    await admin.query(`ALTER ROLE ${LOGIN.username} SET default_transaction_read_only = on`);
    await cutOff();
    await expect
      .poll(async () => {
        await expectUnavailable(limitedHandler);
        return log;
      })
      .toContain('"code":"25006"');
    await admin.query(`ALTER ROLE ${LOGIN.username} RESET default_transaction_read_only`);
    await cutOff();
    await expect.poll(async () => (await send(limitedHandler)).status).toBe(201);
    await limited.close();
  });

  it("a login that is only a member of feedback_writer serves the site, and reads no comment", async () => {
    const limited = await openDatabase({ DATABASE_URL: address(LOGIN) });
    expect((await send(handlerOn(limited), jsonPost({ comment: "Riservato" }))).status).toBe(201);
    await expect(limited.query("SELECT comment FROM feedback", [])).rejects.toThrow("permission denied");
    await limited.close();
  });
});

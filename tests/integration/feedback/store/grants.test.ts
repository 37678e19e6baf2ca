import { randomUUID } from "node:crypto";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyMigrations, readMigrations } from "../../../../src/feedback/store/migrate.ts";
import { createPgliteDriver } from "../../../../src/feedback/store/pglite-driver.ts";
import { createFeedbackStore } from "../../../../src/feedback/store/store.ts";
import type { MaskedPost } from "../../../../src/feedback/store/store.ts";
import { restoreSuspects } from "../../../../src/feedback/store/suspects.ts";

let engine: PGlite;
const driver = () => createPgliteDriver(engine);

beforeAll(async () => {
  engine = await PGlite.create();
  await applyMigrations(driver(), await readMigrations());
});
beforeEach(() => engine.exec("RESET ROLE; TRUNCATE feedback, feedback_suspect; SET ROLE feedback_writer;"));
afterAll(() => engine.close());

const masked: MaskedPost = {
  id: randomUUID(),
  page: "/servizi/",
  lang: "it",
  rating: 5,
  answer: null,
  comment: null,
  formVersion: "01234567",
  pageRevision: "0123456789ab",
};

describe("the role of the server", () => {
  it("can store, complete and repeat a post, with script and without", async () => {
    const store = createFeedbackStore(driver());
    const completed = { ...masked, rating: 4, answer: "clear", comment: "Bene" } as const;
    expect(await store.save(masked)).toMatchObject({ outcome: "created" });
    expect(await store.save(completed)).toMatchObject({ outcome: "completed" });
    expect(await store.save(completed)).toMatchObject({ outcome: "same" });
    expect(await store.save({ ...masked, page: "/" })).toMatchObject({ outcome: "conflict" });
    const withoutScript = { ...masked, id: undefined, comment: "Stesso testo" };
    expect(await store.save(withoutScript)).toMatchObject({ outcome: "created" });
    expect(await store.save(withoutScript)).toMatchObject({ outcome: "same" });
    await store.check();
  });

  it("can keep a post apart", async () => {
    const store = createFeedbackStore(driver());
    for (const reason of ["honeypot", "flood", "no-origin"] as const) {
      const post = { ...masked, id: randomUUID() };
      expect(await store.save(post, reason)).toMatchObject({ outcome: "created" });
      expect(await store.save({ ...post, comment: "Di nuovo" }, reason)).toMatchObject({
        outcome: "completed",
      });
    }
  });

  it.each([
    ["it may not add a post", "REVOKE INSERT ON feedback FROM feedback_writer", "42501"],
    ["it may not complete a post", "REVOKE UPDATE ON feedback FROM feedback_writer", "42501"],
    ["the database is read-only", "SET TRANSACTION READ ONLY", "25006"],
  ])("fails the check of storage when %s", async (_what, statement, code) => {
    await engine.exec(`RESET ROLE; BEGIN; ${statement}; SET LOCAL ROLE feedback_writer;`);
    await expect(createFeedbackStore(driver()).check()).rejects.toMatchObject({ code });
    await engine.exec("ROLLBACK");
  });

  it("can start a server on a database whose migrations were all applied", async () => {
    expect(await applyMigrations(driver(), await readMigrations())).toEqual([]);
  });

  it.each([
    "SELECT comment FROM feedback",
    "SELECT comment FROM feedback_suspect",
    "SELECT * FROM feedback",
    "SELECT feedback FROM feedback",
    "SELECT id FROM feedback WHERE comment LIKE 'a%'",
    "UPDATE feedback SET rating = rating WHERE comment IS NOT NULL",
    "UPDATE feedback SET answer = comment",
    "INSERT INTO feedback (id) VALUES (gen_random_uuid()) RETURNING comment",
    "SELECT reason FROM feedback_suspect",
    "UPDATE feedback SET page = '/'",
    "UPDATE feedback SET created_at = now()",
    "INSERT INTO feedback (created_at) VALUES (now())",
    "INSERT INTO feedback_migrations (name) VALUES ('x')",
    "COPY feedback TO STDOUT",
    "DELETE FROM feedback",
    "TRUNCATE feedback",
    "DROP TABLE feedback",
    "CREATE TABLE other (id int)",
  ])("cannot %s", async (statement) => {
    await expect(engine.exec(statement)).rejects.toThrow(/permission denied|must be owner/);
  });
});

describe("the role of those who read", () => {
  beforeEach(async () => {
    await createFeedbackStore(driver()).save({ ...masked, id: randomUUID(), comment: "Da parte" }, "flood");
    await engine.exec("RESET ROLE; SET ROLE feedback_reader;");
  });

  it.each([
    "SELECT comment FROM feedback",
    "SELECT comment, reason FROM feedback_suspect",
    "SELECT FROM feedback_revision, feedback_day, feedback_alert",
    "INSERT INTO feedback_handling (post, state) VALUES (gen_random_uuid(), 'done')",
    "INSERT INTO feedback_alert (kind, page, day, detail) VALUES ('drop', '/', '2026-11-30', '')",
  ])("can %s", async (statement) => {
    await engine.exec(statement);
  });

  it("can restore a suspect post, and write none of its own", async () => {
    expect(await restoreSuspects(driver(), { reason: "flood" })).toBe(1);
    expect(await driver().query("SELECT comment FROM feedback", [])).toEqual([{ comment: "Da parte" }]);
  });

  it("cannot put a table of its own in the way of what it restores", async () => {
    await engine.exec(
      "CREATE TEMPORARY TABLE feedback_suspect (LIKE public.feedback_suspect);" +
        "INSERT INTO feedback_suspect SELECT * FROM public.feedback_suspect;" +
        "UPDATE feedback_suspect SET comment = 'Inventato', comment_digest = NULL, id = gen_random_uuid();",
    );
    await restoreSuspects(driver(), { reason: "flood" });
    await engine.exec("DROP TABLE pg_temp.feedback_suspect");
    expect(await driver().query("SELECT comment FROM feedback", [])).toEqual([{ comment: "Da parte" }]);
  });

  it.each([
    "INSERT INTO feedback (id) VALUES (gen_random_uuid())",
    "UPDATE feedback SET rating = 5",
    "DELETE FROM feedback",
    "DELETE FROM feedback_suspect",
    "UPDATE feedback_day SET posts = 1",
    "CREATE TABLE other (id int)",
  ])("cannot %s", async (statement) => {
    await expect(engine.exec(statement)).rejects.toThrow(/permission denied/);
  });
});

describe("the role of the server", () => {
  it("cannot restore a suspect post", async () => {
    await expect(restoreSuspects(driver(), { reason: "flood" })).rejects.toThrow("permission denied");
  });
});

describe("a migrating role that may not create roles", () => {
  it("sets everything else up, and is warned", async () => {
    const managed = await PGlite.create();
    const warnings: (string | undefined)[] = [];
    await managed.exec("CREATE ROLE site NOLOGIN; GRANT CREATE ON SCHEMA public TO site; SET ROLE site;");
    const connection = createPgliteDriver(managed);
    const migrations = await readMigrations();
    const execute = async (script: string) => {
      await managed.exec(script, {
        onNotice: ({ severity, message }) => {
          if (severity === "WARNING") warnings.push(message);
        },
      });
    };
    expect(await applyMigrations({ ...connection, execute }, migrations)).toHaveLength(migrations.length);
    expect(warnings).toEqual([
      expect.stringMatching(/^The role feedback_writer was not set up \(permission denied/),
      expect.stringMatching(/^The role feedback_reader was not set up \(permission denied/),
    ]);
    expect(await createFeedbackStore(connection).save(masked)).toMatchObject({ outcome: "created" });
    await managed.close();
  });
});

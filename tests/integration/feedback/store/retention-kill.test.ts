import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { withDatabase } from "../../../../src/feedback/store/open-database.ts";
import { putEmptyDatabase } from "../../../support/empty-database.ts";
import { findPostgres, WITHOUT_POSTGRES } from "../../../support/postgres-installation.ts";
import { startPostgres } from "../../../support/postgres.ts";

type Environment = Record<string, string>;

/** In how many steps the command is killed within the time that it takes without its writing. */
const STEPS = 6;

/** A few posts a month for 33 months, each with a comment. Each change of a row takes long. */
const PREPARE = [
  `INSERT INTO feedback (id, page, lang, rating, comment, comment_digest, form_version, page_revision, created_at)
   SELECT overlay(gen_random_uuid()::text PLACING '4' FROM 15)::uuid, '/', 'it', 1 + nth % 5, 'Testo',
     encode(sha256('Testo'), 'hex'), '01234567', '0123456789ab', now() - make_interval(hours => 120 * nth)
   FROM generate_series(1, 200) AS nth`,
  `CREATE FUNCTION take_long() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM pg_sleep(0.01);
     RETURN coalesce(NEW, OLD);
   END $$`,
  "CREATE TRIGGER long BEFORE UPDATE OR DELETE ON feedback FOR EACH ROW EXECUTE FUNCTION take_long()",
  "CREATE TRIGGER long BEFORE INSERT ON feedback_day FOR EACH ROW EXECUTE FUNCTION take_long()",
];

const STATE = `
  SELECT (SELECT coalesce(sum(posts), 0) FROM feedback_day)::int AS numbers,
    (SELECT count(*) FROM feedback)::int + (SELECT coalesce(sum(posts), 0) FROM feedback_day)::int AS posts,
    (SELECT sum(rating) FROM feedback)::int + (SELECT coalesce(sum(rating * posts), 0) FROM feedback_day)::int AS stars,
    (SELECT count(*) FROM feedback WHERE comment IS NOT NULL)::int AS texts`;

const query = (environment: Environment, sql: string) =>
  withDatabase(environment, (driver) => driver.query(sql, []));

function start(environment: Environment, ...args: string[]): ChildProcess {
  const env = { ...process.env, DATABASE_URL: "", ...environment };
  return spawn(process.execPath, ["src/tasks/retention.ts", ...args], { env, stdio: "ignore" });
}

/**
 * Kills the command ever later, until it is over before, and looks at the tables after each kill.
 * @param killMore what else is killed at that moment, and started again
 */
async function killEverLater(environment: Environment, killMore?: () => Promise<void>): Promise<void> {
  await withDatabase(environment, async (driver) => {
    for (const statement of PREPARE) await driver.query(statement, []);
  });
  const [before] = await query(environment, STATE);
  const started = Date.now();
  await once(start(environment, "--dry-run"), "exit");
  const stepMs = (Date.now() - started) / STEPS;
  let kills = 0;
  // A trial takes as long, but for the writing, so the last kills come in the midst of that.
  for (let afterMs = stepMs; ; afterMs += stepMs) {
    const child = start(environment);
    const exit = once(child, "exit") as Promise<[number | null]>;
    await Promise.race([sleep(afterMs), exit]);
    child.kill("SIGKILL");
    await killMore?.();
    const [code] = await exit;
    const [state] = await query(environment, STATE);
    expect([afterMs, state?.["posts"], state?.["stars"]]).toEqual([
      afterMs,
      before?.["posts"],
      before?.["stars"],
    ]);
    // Either all of it was done or nothing.
    const isDone = Number(state?.["numbers"]) > 0;
    expect(Number(state?.["texts"]) < Number(before?.["texts"])).toBe(isDone);
    if (code === 0) {
      expect(isDone).toBe(true);
      expect(kills).toBeGreaterThan(0);
      return;
    }
    kills += 1;
  }
}

it("totals survive kill -9 of the command on the embedded database", async () => {
  const directory = await mkdtemp(join(tmpdir(), "retention-"));
  await putEmptyDatabase(directory);
  await killEverLater({ DATA_DIR: directory });
  await rm(directory, { recursive: true });
});

const installation = findPostgres();

it.skipIf(!installation)(
  `totals survive kill -9 of the command and of PostgreSQL ${installation ? "" : WITHOUT_POSTGRES}`,
  async () => {
    if (!installation) return;
    const cluster = await startPostgres(installation);
    const url = await cluster.createDatabase("segretariato");
    await killEverLater({ DATABASE_URL: url }, async () => {
      await cluster.kill("all");
      await cluster.start();
    });
    cluster.remove();
  },
);

import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withDatabase } from "../../../src/feedback/store/open-database.ts";
import { createFeedbackStore } from "../../../src/feedback/store/store.ts";
import { putEmptyDatabase } from "../../support/empty-database.ts";
import { findPostgres, WITHOUT_POSTGRES } from "../../support/postgres-installation.ts";
import { startPostgres } from "../../support/postgres.ts";

type Environment = Record<string, string>;

function erase(environment: Environment, ...args: string[]): Promise<[unknown, string]> {
  const env = { ...process.env, DATABASE_URL: "", ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/tasks/erase.ts", ...args], { env }, (error, out, err) => {
      resolve([error?.code ?? 0, out + err]);
    });
  });
}

/** Erases one of two posts that count, then one that does not. */
async function erasesOnRequest(environment: Environment): Promise<void> {
  const [chosen, suspect, other] = [randomUUID(), randomUUID(), randomUUID()];
  const post = {
    page: "/servizi/",
    lang: "it",
    rating: 2,
    answer: null,
    comment: "Sono una storia",
    formVersion: "01234567",
    pageRevision: "0123456789ab",
  } as const;
  await withDatabase(environment, async (driver) => {
    const store = createFeedbackStore(driver);
    await store.save({ ...post, id: chosen });
    await store.save({ ...post, id: other, comment: null });
    await store.save({ ...post, id: suspect }, "flood");
    for (const id of [chosen, other])
      await driver.query("INSERT INTO feedback_handling (post, state) VALUES ($1, 'done')", [id]);
  });
  const said: unknown = expect.stringMatching(
    /^Cancellato: \/servizi\/, \d{4}-\d\d-\d\d, voto 2, con commento\.\n$/,
  );
  expect(await erase(environment, chosen)).toEqual([0, said]);
  expect(await erase(environment, suspect)).toEqual([0, expect.stringContaining("Cancellato: sospetto, ")]);
  expect(await erase(environment, chosen)).toEqual([
    1,
    expect.stringContaining(`Nessun parere ha il codice ${chosen}`),
  ]);
  const left = await withDatabase(environment, async (driver) => ({
    rows: await driver.query("SELECT id FROM feedback UNION ALL SELECT id FROM feedback_suspect", []),
    handled: await driver.query("SELECT post FROM feedback_handling", []),
  }));
  expect(left).toEqual({ rows: [{ id: other }], handled: [{ post: other }] });
}

describe("a post is erased on request, and no other, saying what it was without its text,", () => {
  it("on the embedded database", async () => {
    const directory = await mkdtemp(join(tmpdir(), "erase-"));
    await putEmptyDatabase(directory);
    await erasesOnRequest({ DATA_DIR: directory });
    await rm(directory, { recursive: true });
  });

  const installation = findPostgres();

  it.skipIf(!installation)(
    `on PostgreSQL, by the owner of the tables only ${installation ? "" : WITHOUT_POSTGRES}`,
    async () => {
      if (!installation) return;
      const cluster = await startPostgres(installation);
      const url = await cluster.createDatabase("segretariato");
      await erasesOnRequest({ DATABASE_URL: url });
      await cluster.query("CREATE ROLE website LOGIN IN ROLE feedback_writer");
      const website = { DATABASE_URL: url.replace("//postgres@", "//website@") };
      expect(await erase(website, randomUUID())).toEqual([1, expect.stringContaining("that of the owner")]);
      cluster.remove();
    },
  );
});

it.each([
  [[], /^Cancella per sempre/],
  [["17"], /^«17» non è il codice/],
  [["a", "b"], /^«a b» non è/],
])("%j is answered by how to write it", async (args, message) => {
  expect(await erase({}, ...args)).toEqual([1, expect.stringMatching(message)]);
});

import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/feedback/store/open-database.ts";
import { createFeedbackStore } from "../../../src/feedback/store/store.ts";
import { putEmptyDatabase } from "../../support/empty-database.ts";
import { findPostgres } from "../../support/postgres-installation.ts";
import { startPostgres } from "../../support/postgres.ts";

let directory: string;
const id = randomUUID();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "suspects-"));
  await putEmptyDatabase(directory);
  const database = await openDatabase({ DATA_DIR: directory });
  const store = createFeedbackStore(database);
  const post = {
    page: "/servizi/",
    lang: "it",
    rating: 2,
    formVersion: "01234567",
    pageRevision: "0123456789ab",
  } as const;
  const comment = "Riga\nuno \u001b[31m\u202e\u009b";
  await store.save({ ...post, id, answer: "unclear", comment }, "flood");
  await store.save({ ...post, id: randomUUID(), answer: null, comment: null }, "honeypot");
  for (let index = 0; index < 31; index += 1)
    await store.save({ ...post, id: randomUUID(), page: "/busy/", answer: null, comment: null });
  await database.close();
});
afterAll(() => rm(directory, { recursive: true }));

/** Runs the task and returns its exit code and output. */
function suspects(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  return suspectsAt("", ...args);
}

function suspectsAt(url: string, ...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const env = { ...process.env, DATA_DIR: directory, DATABASE_URL: url, NODE_ENV: "test" };
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/tasks/suspects.ts", ...args], { env }, (error, out, err) => {
      resolve({ code: error?.code ?? 0, out, err });
    });
  });
}

describe("the list of suspect posts", () => {
  it("counts them, then shows them with a text that cannot command the terminal, then lets them count", async () => {
    const { out: counts } = await suspects();
    expect(counts).toMatch(
      /^\d{4}-\d{2}-\d{2} {2}flood {2}\/servizi\/ {2}1\n\S+ {2}honeypot {2}\/servizi\/ {2}1\n\n/,
    );

    expect(counts).toMatch(
      /\n\nGiorni insoliti, .*:\n\S+ {2}\/busy\/ {2}31, di solito 0 al giorno; voto medio 2\n$/,
    );

    const { out: list, err: line } = await suspects("--list", "--reason", "flood");
    expect(list).toContain(`${id}\n`);
    expect(list).toContain("flood  /servizi/  voto 2, unclear\n");
    expect(list).toContain(String.raw`"Riga\nuno \u001b[31m\u{202e}\u{9b}"`);
    expect(list).not.toContain("honeypot");
    expect(JSON.parse(line)).toMatchObject({ event: "report", view: "suspects-command", posts: 1 });

    expect((await suspects("--restore", id)).out).toBe("Pareri ripristinati: 1.\n");
    expect((await suspects("--restore", id)).out).toBe("Pareri ripristinati: 0.\n");
    expect((await suspects("--restore", "--reason", "honeypot", "--since", "2026-01-01")).out).toBe(
      "Pareri ripristinati: 1.\n",
    );
    expect((await suspects("--page", "/servizi/")).out).toBe("Nessun parere sospetto.\n");
  });

  it.each([
    [["--restore"], "Di' quali ripristinare"],
    [["--restore", "--until", "2026-01-01"], "Di' quali ripristinare"],
    [["--restore", "1"], '"1" non è il codice di un parere.'],
    [[id], "solo con --restore"],
    [["--reason", "whim"], '"whim" non è un motivo: honeypot, flood, repeated, no-origin.'],
    [["--since", "23/11/2026"], '"23/11/2026" non è un giorno'],
    [["--since", "2026-02-30"], '"2026-02-30" non è un giorno'],
    [["--restor"], "Non capisco queste parole: --restor"],
  ])("is told what is wrong with %j, and how to write it", async (args, message) => {
    const { code, err } = await suspects(...args);
    expect(code).toBe(1);
    expect(err).toContain(message);
    expect(err).toContain("npm run feedback:suspects -- --list");
  });
});

const installation = findPostgres();

it.skipIf(!installation)(
  "the login of the server is told in words that it may not read them, and which one may",
  async () => {
    if (!installation) return;
    const cluster = await startPostgres(installation);
    const url = await cluster.createDatabase("segretariato");
    await (await openDatabase({ DATABASE_URL: url })).close();
    await cluster.query("CREATE ROLE website LOGIN IN ROLE feedback_writer");
    const { code, err } = await suspectsAt(url.replace("//postgres@", "//website@"));
    cluster.remove();
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^Questo login del database non può .*REPORT_DATABASE_URL.*\n$/),
    ]);
  },
);

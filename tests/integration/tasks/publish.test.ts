import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/feedback/store/open-database.ts";
import type { SqlDriver } from "../../../src/feedback/store/sql-driver.ts";
import { putEmptyDatabase } from "../../support/empty-database.ts";
import { MANIFEST_JSON } from "../../support/feedback.ts";
import { findPostgres } from "../../support/postgres-installation.ts";
import { startPostgres } from "../../support/postgres.ts";

let folder: string;

const version = (lang: string, source: string) => ({ ...MANIFEST_JSON.pages["/"], lang, source });
const manifest = {
  ...MANIFEST_JSON,
  pages: {
    "/servizi/": version("it", "/servizi/"),
    "/en/servizi/": version("en", "/servizi/"),
    "/prenota/": version("it", "/prenota/"),
    "/parere/": version("it", "/parere/"),
  },
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "publish-"));
  const site = join(folder, "_site");
  for (const path of ["parere", "en/feedback"]) {
    await mkdir(join(site, path), { recursive: true });
    await writeFile(join(site, path, "index.html"), "");
  }
  await mkdir(join(site, "assets"));
  await writeFile(join(site, MANIFEST_JSON.reportStyle), "");
  await writeFile(join(site, "feedback.json"), JSON.stringify(manifest));
  await mkdir(join(folder, "_data"));
  await putEmptyDatabase(join(folder, "database"));
  await withDatabase(async (database) => {
    await rate(database, "/servizi/", 5, 4, "2026-10-31T22:59:59Z");
    // One second later it is November in Italy.
    await rate(database, "/servizi/", 5, 6, "2026-10-31T23:00:00Z");
    await rate(database, "/en/servizi/", 4, 7, "2026-10-02T10:00:00Z");
    await rate(database, "/servizi/", 3, 3, "2026-10-02T10:00:00Z");
    await rate(database, "/prenota/", 1, 4, "2026-10-02T10:00:00Z");
    await rate(database, "/parere/", 1, 9, "2026-10-02T10:00:00Z");
    await rate(database, "/tolta/", 1, 9, "2026-10-02T10:00:00Z");
    await database.query(
      `INSERT INTO feedback_day VALUES ('2024-05-02', '/servizi/', 'it', '0123456789ab', 1, '', 3)`,
      [],
    );
  });
});
afterAll(() => rm(folder, { recursive: true }));

async function withDatabase(use: (database: SqlDriver) => Promise<void>): Promise<void> {
  const database = await openDatabase({ DATA_DIR: join(folder, "database") });
  await use(database).finally(() => database.close());
}

/** Stores equal ratings of a page at a moment. */
async function rate(database: SqlDriver, page: string, rating: number, posts: number, moment: string) {
  await database.query(
    `INSERT INTO feedback (id, page, lang, rating, form_version, page_revision, created_at)
     SELECT gen_random_uuid(), $1, 'it', $2, '01234567', '0123456789ab', $3
     FROM generate_series(1, $4)`,
    [page, rating, moment, posts],
  );
}

function publish(today: string, url = ""): Promise<{ code: unknown; out: string; err: string }> {
  const env = {
    ...process.env,
    DATA_DIR: join(folder, "database"),
    DATABASE_URL: url,
    NODE_ENV: "test",
    OUTPUT_DIR: join(folder, "_site"),
    SITE_DIR: folder,
    SITE_TODAY: today,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ["src/tasks/publish.ts"], { env }, (error, out, err) => {
      resolve({ code: error?.code ?? 0, out, err });
    });
  });
}

const file = () => readFile(join(folder, "_data/ratings.json"), "utf8");

describe("the command that publishes", () => {
  it("counts what came until the end of the last month in Italy, with translations and aged days", async () => {
    const { code, out, err } = await publish("2026-11-05");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^Scritto .*ratings\.json, con i voti di 1 pagina fino al 2026-10-31\./);
    expect(JSON.parse(await file())).toEqual({
      until: "2026-10-31",
      pages: [{ page: "/servizi/", until: "2026-10-31", total: 15, positive: 10, negative: 5 }],
    });
  });

  it("changes nothing in a month that is published", async () => {
    const before = await file();
    const { code, out } = await publish("2026-11-30");
    expect([code, out]).toEqual([0, "I voti fino al 2026-10-31 sono già pubblicati: non cambio niente.\n"]);
    expect(await file()).toBe(before);
  });

  it("counts a page anew in the next month, if five more ratings came", async () => {
    await withDatabase((database) => rate(database, "/prenota/", 2, 1, "2026-11-02T10:00:00Z"));
    await publish("2026-12-01");
    expect(JSON.parse(await file())).toEqual({
      until: "2026-11-30",
      pages: [
        { page: "/prenota/", until: "2026-11-30", total: 5, positive: null, negative: null },
        { page: "/servizi/", until: "2026-11-30", total: 20, positive: 15, negative: 5 },
      ],
    });
  });

  it("refuses to overwrite a file that it did not write, and says what to do", async () => {
    await writeFile(join(folder, "_data/ratings.json"), '{"until":"2026-10-31","pages":[{}]}');
    const { code, err } = await publish("2026-12-01");
    expect(code).toBe(1);
    expect(err).toMatch(/ratings\.json non è come questo comando lo scrive.*Rimetti il file/);
    expect(await file()).toContain("[{}]");
  });

  it("publishes nothing as long as no page has five ratings", async () => {
    await rm(join(folder, "_data/ratings.json"));
    const { out } = await publish("2024-06-01");
    expect(out).toBe("Fino al 2024-05-31 nessuna pagina ha almeno 5 voti: non pubblico niente.\n");
    await expect(file()).rejects.toThrow("ENOENT");
  });
});

const installation = findPostgres();

it.skipIf(!installation)(
  "the login of those who read is enough on a server, and another is told what it lacks",
  async () => {
    if (!installation) return;
    const cluster = await startPostgres(installation);
    const url = await cluster.createDatabase("segretariato");
    const database = await openDatabase({ DATABASE_URL: url });
    await rate(database, "/servizi/", 5, 6, "2026-10-02T10:00:00Z");
    await database.close();
    await cluster.query("CREATE ROLE reader LOGIN IN ROLE feedback_reader");
    await cluster.query("CREATE ROLE stranger LOGIN");
    const stranger = await publish("2026-11-05", url.replace("//postgres@", "//stranger@"));
    const reader = await publish("2026-11-05", url.replace("//postgres@", "//reader@"));
    cluster.remove();
    expect(stranger.code).toBe(1);
    expect(stranger.err).not.toContain("    at ");
    expect([reader.err, reader.code]).toEqual(["", 0]);
    expect(await file()).toContain('"total": 5');
  },
);
